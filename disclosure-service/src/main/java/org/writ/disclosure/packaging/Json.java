package org.writ.disclosure.packaging;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.disclosure.collect.Approval;
import org.writ.disclosure.collect.Collected;
import org.writ.disclosure.collect.DataType;
import org.writ.disclosure.collect.Disclosed;
import org.writ.disclosure.packaging.Archive.WrittenFile;

/**
 * The package's JSON, written field by field in a fixed order, so that it does not depend on any
 * setting.
 */
final class Json {

  /** Version of the manifest's form. */
  private static final int VERSION = 1;

  private final ObjectMapper mapper;

  Json(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The files of one item and data type.
   *
   * @param records how many records each of them holds
   */
  record RecordFiles(DataType type, int records, List<WrittenFile> files) {}

  /**
   * What was found for an item and where it stands.
   *
   * @param nothing why there is nothing; null if there is something
   */
  record ItemFiles(
      Approval approval, Collected.@Nullable Reason nothing, List<RecordFiles> files) {}

  void writeRecords(String itemId, DataType type, List<Disclosed> records, OutputStream out)
      throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeStringField("itemId", itemId);
      json.writeStringField("dataType", type.name());
      json.writeArrayFieldStart("records");
      for (Disclosed record : records) {
        json.writeStartObject();
        for (int i = 0; i < type.fields().size(); i++) {
          writeValue(json, type.fields().get(i), record.values().get(i));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void writeValue(JsonGenerator json, String field, Object value)
      throws IOException {
    if (value instanceof Integer number) {
      json.writeNumberField(field, number);
    } else {
      json.writeStringField(field, value.toString());
    }
  }

  void writeManifest(Cover cover, WrittenFile readme, List<ItemFiles> items, OutputStream out)
      throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeStringField("format", "writ-package");
      json.writeNumberField("version", VERSION);
      writeCover(json, cover);
      json.writeArrayFieldStart("items");
      for (ItemFiles item : items) {
        writeItem(json, item);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("files");
      writeFile(json, readme);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void writeCover(JsonGenerator json, Cover cover) throws IOException {
    json.writeStringField("deliveryId", cover.deliveryId());
    json.writeStringField("requestId", cover.requestId());
    json.writeStringField("reference", cover.reference());
    json.writeObjectFieldStart("agency");
    json.writeStringField("id", cover.agency());
    json.writeStringField("name", cover.agencyName());
    json.writeStringField("country", cover.country());
    json.writeEndObject();
    json.writeStringField("issuingAuthority", cover.issuingAuthority());
    json.writeStringField("process", cover.process());
    json.writeStringField("regime", cover.regime());
    json.writeStringField("decision", cover.decision());
    json.writeStringField("policy", cover.policy());
    json.writeStringField("collectedAt", cover.collectedAt().toString());
  }

  private static void writeItem(JsonGenerator json, ItemFiles item) throws IOException {
    Approval approval = item.approval();
    json.writeStartObject();
    json.writeStringField("itemId", approval.itemId());
    json.writeObjectFieldStart("identifier");
    json.writeStringField("type", approval.identifier().type().name());
    json.writeStringField("value", approval.identifier().value());
    json.writeEndObject();
    json.writeArrayFieldStart("dataTypes");
    for (DataType type : approval.orderedDataTypes()) {
      json.writeString(type.name());
    }
    json.writeEndArray();
    json.writeStringField("from", approval.period().from().toString());
    json.writeStringField("to", approval.period().to().toString());
    if (item.nothing() == null) {
      json.writeStringField("outcome", "DISCLOSED");
    } else {
      json.writeStringField("outcome", "NO_DATA");
      json.writeStringField("reason", item.nothing().name());
    }
    json.writeArrayFieldStart("disclosed");
    for (RecordFiles files : item.files()) {
      writeRecordFiles(json, files);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeRecordFiles(JsonGenerator json, RecordFiles files) throws IOException {
    json.writeStartObject();
    json.writeStringField("dataType", files.type().name());
    json.writeNumberField("records", files.records());
    json.writeArrayFieldStart("files");
    for (WrittenFile file : files.files()) {
      writeFile(json, file);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeFile(JsonGenerator json, WrittenFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    json.writeStringField("sha256", file.sha256());
    json.writeNumberField("size", file.size());
    json.writeEndObject();
  }

  private JsonGenerator generator(OutputStream out) throws IOException {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return mapper.getFactory().createGenerator(out).setPrettyPrinter(printer);
  }
}
