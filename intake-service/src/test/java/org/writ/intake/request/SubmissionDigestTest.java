package org.writ.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubmissionDigestTest {

  @Test
  void digestIsTheSameInAnotherOrderOfMembersAndItemByItem() {
    // Given
    var body = (ObjectNode) SubmissionBody.sound().tree();
    var turned = SubmissionBody.JSON.createObjectNode();
    body.properties().stream()
        .toList()
        .reversed()
        .forEach(member -> turned.set(member.getKey(), member.getValue()));
    var streamed = new SubmissionDigest(SubmissionBody.JSON);
    body.path("items").forEach(streamed::accept);
    var rest = body.deepCopy();
    rest.putArray("items");

    // When
    String digest = SubmissionDigest.of(SubmissionBody.JSON, body);

    // Then
    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(SubmissionDigest.of(SubmissionBody.JSON, turned)).isEqualTo(digest);
    assertThat(streamed.of(rest)).isEqualTo(digest);
  }

  @ParameterizedTest
  @MethodSource("others")
  void anotherBodyHasAnotherDigest(SubmissionBody other) {
    // Given
    String digest = SubmissionDigest.of(SubmissionBody.JSON, SubmissionBody.sound().tree());

    // When
    String another = SubmissionDigest.of(SubmissionBody.JSON, other.tree());

    // Then
    assertThat(another).isNotEqualTo(digest);
  }

  static Stream<SubmissionBody> others() {
    return Stream.of(
        SubmissionBody.sound().withText("/reference", "AZ 2"),
        SubmissionBody.sound().withText("/items/0/identifier/value", "+4915100000002"),
        SubmissionBody.sound().with("/items/0/dataTypes", "[\"IP_ADDRESS\"]"),
        SubmissionBody.sound().with("/items", "[]"),
        SubmissionBody.sound().without("/items"),
        SubmissionBody.sound().without("/validUntil"));
  }
}
