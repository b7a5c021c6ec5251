package org.writ.disclosure.preservation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.writ.disclosure.collect.Collected;
import org.writ.disclosure.collect.DataType;
import org.writ.disclosure.collect.Disclosed;

/**
 * Writes a copy, item by item, so that no more than one is in memory: a line of JSON for each item
 * of which there is anything.
 *
 * <pre>
 *   {"itemId": "…", "accountId": "…", "records": {"IP_ADDRESS": [{"at": "…", "ipAddress": "…", "port": 1}]}}
 * </pre>
 *
 * The fields of a record are those of its {@link DataType}; times are ISO 8601. Not thread-safe.
 */
final class CopyWriter implements AutoCloseable {

  private final JsonGenerator json;

  /** Writes to this stream, which closing closes. */
  CopyWriter(ObjectMapper mapper, OutputStream out) throws IOException {
    this.json = mapper.getFactory().createGenerator(out);
    json.setRootValueSeparator(new SerializedString("\n"));
  }

  /** Adds what was found for the next item. */
  void add(Collected.Found found) throws IOException {
    json.writeStartObject();
    json.writeStringField("itemId", found.approval().itemId());
    json.writeStringField("accountId", found.accountId());
    json.writeObjectFieldStart("records");
    for (var ofType : found.byType().entrySet()) {
      json.writeArrayFieldStart(ofType.getKey().name());
      for (Disclosed record : ofType.getValue()) {
        writeRecord(record);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeRecord(Disclosed record) throws IOException {
    List<String> fields = record.type().fields();
    json.writeStartObject();
    for (int i = 0; i < fields.size(); i++) {
      if (record.values().get(i) instanceof Integer number) {
        json.writeNumberField(fields.get(i), number);
      } else {
        json.writeStringField(fields.get(i), record.values().get(i).toString());
      }
    }
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
