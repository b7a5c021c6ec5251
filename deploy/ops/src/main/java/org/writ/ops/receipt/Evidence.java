package org.writ.ops.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Base64;
import org.writ.ops.OpsException;
import org.writ.ops.ledger.Receipt;

/**
 * What an agency keeps of its submission.
 *
 * @param requestId the request, as the receipt names it; nothing here proves that
 * @param entry 32 bytes: digest of the submission's event
 * @param receipt that the ledger has the entry; not yet checked
 */
record Evidence(String requestId, byte[] entry, Receipt receipt) {

  private static final int DIGEST_LENGTH = 32;

  // A file with a member twice could show people one value and programs another.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a receipt's file.
   *
   * @throws OpsException if it is none
   */
  static Evidence parse(String text) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new OpsException("The receipt is no JSON: " + e.getOriginalMessage(), e);
    }
    if (!json.path("requestId").isTextual() || !json.path("entry").isTextual()) {
      throw new OpsException(
          "Expected a receipt with requestId, entry, leafIndex, treeSize, leafHash, proof and"
              + " checkpoint");
    }
    return new Evidence(
        json.path("requestId").asText(), entry(json.path("entry").asText()), Receipt.of(json));
  }

  private static byte[] entry(String base64) {
    try {
      byte[] entry = Base64.getDecoder().decode(base64);
      if (entry.length == DIGEST_LENGTH) {
        return entry;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for a digest of another length.
    }
    throw new OpsException("The receipt's entry is no digest: 32 bytes in base64 are expected");
  }
}
