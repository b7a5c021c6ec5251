package org.writ.transparency.report;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Answers that caches keep and ask about: the ETag is a digest of the body. */
public final class Cached {

  private static final int TAG_BYTES = 16;

  private Cached() {}

  /** The body, or 304 if the client has it. */
  public static Response.ResponseBuilder answer(Request request, String body, MediaType type) {
    EntityTag tag = new EntityTag(digest(body));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response = unchanged == null ? Response.ok(body, type) : unchanged;
    return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private static String digest(String body) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }
}
