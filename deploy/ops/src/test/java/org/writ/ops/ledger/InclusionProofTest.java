package org.writ.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InclusionProofTest {

  private static final Path VECTORS = Path.of("../../../shared/reference/merkle/inclusion");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** From the transparency-dev project: good proofs, and such as were tampered with. */
  @TestFactory
  Stream<DynamicTest> agreesWithOtherImplementations() throws IOException {
    assumeTrue(Files.isDirectory(VECTORS), "the reference data is not at " + VECTORS);
    List<Path> files;
    try (Stream<Path> found = Files.walk(VECTORS)) {
      files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(50);
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    VECTORS.relativize(file).toString(),
                    () -> agrees(JSON.readTree(file.toFile()))));
  }

  @Test
  void provesEveryLeafOfEverySmallTree() {
    // Given
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      leaves.add(Hashes.leaf(new byte[] {(byte) i}));
    }
    for (int size = 1; size <= leaves.size(); size++) {
      List<byte[]> tree = leaves.subList(0, size);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = new InclusionProof(index, size, path(tree, index));

        // When
        boolean leads = proof.leads(leaves.get(index), root(tree));

        // Then
        assertThat(leads).as("leaf %d of %d", index, size).isTrue();
      }
    }
  }

  private static void agrees(JsonNode vector) {
    List<byte[]> siblings = new ArrayList<>();
    vector.path("proof").forEach(hash -> siblings.add(bytes(hash)));
    InclusionProof proof =
        new InclusionProof(
            vector.path("leafIdx").asLong(), vector.path("treeSize").asLong(), siblings);

    boolean leads = proof.leads(bytes(vector.path("leafHash")), bytes(vector.path("root")));

    assertThat(leads)
        .as(vector.path("desc").asText())
        .isEqualTo(!vector.path("wantErr").asBoolean());
  }

  private static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asText(""));
  }

  // RFC 6962, section 2.1, word for word.
  private static byte[] root(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return Hashes.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }

  private static List<byte[]> path(List<byte[]> leaves, int index) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    List<byte[]> before = leaves.subList(0, left);
    List<byte[]> after = leaves.subList(left, leaves.size());
    List<byte[]> path =
        new ArrayList<>(index < left ? path(before, index) : path(after, index - left));
    path.add(root(index < left ? after : before));
    return path;
  }
}
