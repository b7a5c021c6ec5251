package org.writ.eventlog.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Conversion;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro's data models that make records with the class loader of the record's own class. The
 * generated classes' models use Avro's loader, which cannot see them where the application runs in
 * a loader of its own.
 */
public final class Models {

  private static final Map<Class<?>, SpecificData> MODELS = new ConcurrentHashMap<>();

  private Models() {}

  /** The model of a record type, with the conversions of its logical types. */
  public static SpecificData of(Class<? extends SpecificRecord> type) {
    return MODELS.computeIfAbsent(
        type,
        key -> {
          var model = new SpecificData(key.getClassLoader());
          for (Conversion<?> conversion : SpecificData.getForClass(type).getConversions()) {
            model.addLogicalTypeConversion(conversion);
          }
          return model;
        });
  }

  /** A copy that shares nothing with the original. */
  public static <T extends SpecificRecord> T copy(T original) {
    return of(original.getClass()).deepCopy(original.getSchema(), original);
  }
}
