package org.writ.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Submissions as bytes of HTTP/1.1, each with an idempotency key, a reference and a phone number of
 * its own. They are of one length, so that a new one is a few digits written over the template: the
 * client shares the processors with what it measures. Thread-safe.
 */
final class SubmissionBytes {

  static final int BODY_BYTES = 1536;

  private static final String MARK = "000000000000";
  private static final long RADIX = 10;

  private final byte[] template;
  private final int[] places;
  private final AtomicLong next = new AtomicLong(System.currentTimeMillis());
  private final String body;

  SubmissionBytes(String token) {
    var today = LocalDate.now(ZoneOffset.UTC);
    String unfilled = body(today, "");
    int missing = BODY_BYTES - unfilled.getBytes(StandardCharsets.UTF_8).length;
    this.body = body(today, "x".repeat(missing));
    String head =
        """
        POST /v1/requests HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Idempotency-Key: benchmark-%s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(token, MARK, BODY_BYTES);
    String whole = head + body;
    this.template = whole.getBytes(StandardCharsets.UTF_8);
    this.places =
        new int[] {
          whole.indexOf("benchmark-" + MARK) + "benchmark-".length(),
          whole.indexOf("AZ " + MARK) + "AZ ".length(),
          whole.indexOf("+" + MARK) + "+".length()
        };
  }

  private static String body(LocalDate today, String filling) {
    return """
    {"reference":"AZ %1$s","process":"COURT_ORDER","regime":"NATIONAL",\
    "issuingAuthority":{"name":"Amtsgericht Tiergarten","type":"COURT","country":"DE"},\
    "issuedOn":"%2$s","validUntil":"%3$s",\
    "offence":{"category":"DRUG_TRAFFICKING","statute":"Section 29a BtMG","description":"%4$s"},\
    "suspectConfirmed":true,\
    "items":[{"identifier":{"type":"PHONE_NUMBER","value":"+%1$s"},\
    "dataTypes":["IP_ADDRESS","PHONE_NUMBER"],"from":"%5$sT00:00:00Z","to":"%2$sT00:00:00Z"}],\
    "officer":{"name":"Dora Beispiel","email":"dora@police.example","phone":"+49 30 1234567"}}\
    """
        .formatted(MARK, today.minusDays(1), today.plusDays(60), filling, today.minusDays(150));
  }

  byte[] body() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** A buffer for one submission at a time. */
  ByteBuffer buffer() {
    return ByteBuffer.allocateDirect(template.length).put(template).flip();
  }

  /** Makes the buffer's content the next submission, ready to be written. */
  void renew(ByteBuffer buffer) {
    long number = next.incrementAndGet();
    for (int place : places) {
      long rest = number;
      for (int digit = place + MARK.length() - 1; digit >= place; digit--) {
        buffer.put(digit, (byte) ('0' + rest % RADIX));
        rest /= RADIX;
      }
      // A phone number does not begin with 0.
      if (place == places[2]) {
        buffer.put(place, (byte) '4');
      }
    }
    buffer.rewind();
  }
}
