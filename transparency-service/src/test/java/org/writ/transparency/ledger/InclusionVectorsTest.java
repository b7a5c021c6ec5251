package org.writ.transparency.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Other people's inclusion proofs (transparency-dev/merkle), good ones and forged ones. */
class InclusionVectorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyVectorIsJudgedAsItsAuthorsDo() throws IOException {
    Path folder = folder();
    assumeTrue(Files.isDirectory(folder), "Skipped: the reference data is not at " + folder);
    List<Path> vectors;
    try (Stream<Path> files = Files.walk(folder)) {
      vectors = files.filter(file -> file.toString().endsWith(".json")).toList();
    }
    assertThat(vectors).hasSizeGreaterThan(50);
    for (Path vector : vectors) {
      JsonNode proof = JSON.readTree(vector.toFile());
      assertThat(proves(proof))
          .as("%s: %s", vector.getFileName(), proof.path("desc").asText())
          .isEqualTo(!proof.path("wantErr").asBoolean());
    }
  }

  private static boolean proves(JsonNode vector) {
    if (!vector.path("leafIdx").canConvertToLong() || !vector.path("treeSize").canConvertToLong()) {
      return false;
    }
    try {
      var path = new ArrayList<Hash>();
      vector.path("proof").forEach(hash -> path.add(hash(hash)));
      return new InclusionProof(
              vector.path("leafIdx").asLong(), vector.path("treeSize").asLong(), path)
          .proves(hash(vector.path("leafHash")), hash(vector.path("root")));
    } catch (IllegalArgumentException notAHash) {
      return false;
    }
  }

  private static Hash hash(JsonNode text) {
    return new Hash(Base64.getDecoder().decode(text.asText("")));
  }

  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.exists(here.resolve("schemas")) ? here : here.resolveSibling("");
    return root.resolve("../shared/reference/merkle").normalize();
  }
}
