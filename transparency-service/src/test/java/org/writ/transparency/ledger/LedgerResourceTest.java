package org.writ.transparency.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.is;

import dev.sigstore.merkle.InclusionProofVerifier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.eventlog.Transactions;
import org.writ.eventlog.testing.TestEvents;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.Topic;
import org.writ.events.transparency.EventSequenced;
import org.writ.transparency.testing.CheckpointKey;
import org.writ.transparency.testing.Requests;

/** What an outsider can check, over HTTP only. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(CheckpointKey.class)
class LedgerResourceTest {

  /** More than a tile. */
  private static final int EVENTS = 270;

  @Inject Ledger ledger;
  @Inject Transactions transactions;

  private List<EventSequenced> entries = List.of();

  @BeforeEach
  void moreThanATile() {
    try (TestEvents events = new TestEvents()) {
      for (long n = transactions.call(ledger::treeSize); n < EVENTS; n++) {
        events.publish(
            Topic.INTAKE_REQUESTS,
            "ledger-resource-" + n,
            Requests.submitted(
                "NO", "SUBPOENA", Instant.parse("2026-11-01T00:00:00Z"), Requests.asked("a", "X")));
      }
      await().until(() -> transactions.call(ledger::treeSize) >= EVENTS);
      entries =
          events.on(Topic.TRANSPARENCY_LEDGER).stream()
              .map(event -> (EventSequenced) event.data())
              .toList();
    }
  }

  @Test
  void checkpointIsSignedByTheKeyThatIsShown() {
    SignedNote note = note();

    assertThat(note.isSignedBy(key())).isTrue();
    assertThat(Checkpoint.parse(note.text()).origin()).isEqualTo(CheckpointKey.ORIGIN);
    given()
        .get("/checkpoint")
        .then()
        .header("Content-Type", containsStringIgnoringCase("charset=utf-8"))
        .header("Cache-Control", "no-cache");
  }

  @Test
  void entriesAndTilesGiveTheRootOfTheCheckpoint() {
    Checkpoint checkpoint = Checkpoint.parse(note().text());
    var leaves = new ArrayList<Hash>();
    for (long start = 0; start < checkpoint.treeSize(); start += Tile.WIDTH) {
      int width = (int) Math.min(Tile.WIDTH, checkpoint.treeSize() - start);
      String address = "%03d".formatted(start / Tile.WIDTH) + (width == 256 ? "" : ".p/" + width);
      ByteBuffer bundle = ByteBuffer.wrap(bytes("/tile/entries/" + address));
      var tile = new Tile(0, start / Tile.WIDTH, bytes("/tile/0/" + address));
      for (int i = 0; i < width; i++) {
        assertThat(bundle.getShort()).isEqualTo((short) 32);
        byte[] entry = new byte[32];
        bundle.get(entry);
        assertThat(entry).isEqualTo(entries.get(leaves.size()).getDigest().bytes());
        leaves.add(MerkleTree.leafHash(entry));
        assertThat(tile.at(i)).isEqualTo(leaves.getLast());
      }
      assertThat(bundle.hasRemaining()).isFalse();
    }

    assertThat(Leaves.definition(leaves)).isEqualTo(checkpoint.rootHash());
  }

  @Test
  void fullTileIsKeptForEver() {
    given()
        .get("/tile/0/000")
        .then()
        .statusCode(200)
        .contentType("application/octet-stream")
        .header("Content-Length", is(String.valueOf(256 * 32)))
        .header("Cache-Control", containsString("immutable"));
    assertThat(bytes("/tile/1/000.p/1"))
        .isEqualTo(new Tile(0, 0, bytes("/tile/0/000")).root().bytes());
  }

  @Test
  void partialTileOfAnEarlierCheckpointIsStillServed() {
    assertThat(bytes("/tile/0/000.p/7")).isEqualTo(new Tile(0, 0, bytes("/tile/0/000")).first(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tile/0/999",
        "/tile/7/000",
        "/tile/63/000",
        "/tile/entries/999",
        "/tile/entries/001.p/255",
        "/tile/0/x001/067",
        "/tile/0/1",
        "/tile/nonsense",
        "/tile/0/000.p/0"
      })
  void tileThatIsNotThereIs404(String address) {
    given()
        .get(address)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", is(404));
  }

  @Test
  void receiptIsVerifiedByOtherPeoplesCode() throws Exception {
    for (EventSequenced entry : List.of(entries.getFirst(), entries.get(255), entries.getLast())) {
      String digest = HexFormat.of().formatHex(entry.getDigest().bytes());

      JsonPath receipt =
          given().get("/v1/receipts/" + digest).then().statusCode(200).extract().jsonPath();

      SignedNote note = SignedNote.parse(receipt.getString("checkpoint"));
      assertThat(note.isSignedBy(key())).isTrue();
      assertThat(receipt.getLong("leafIndex")).isEqualTo(entry.getLeafIndex());
      byte[] leafHash = Base64.getDecoder().decode(receipt.getString("leafHash"));
      assertThat(leafHash).isEqualTo(MerkleTree.leafHash(entry.getDigest().bytes()).bytes());
      InclusionProofVerifier.verify(
          leafHash,
          receipt.getLong("leafIndex"),
          receipt.getLong("treeSize"),
          receipt.getList("proof", String.class).stream().map(Base64.getDecoder()::decode).toList(),
          Checkpoint.parse(note.text()).rootHash().bytes());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "00",
        "zz00000000000000000000000000000000000000000000000000000000000000"
      })
  void digestThatIsNotInTheLedgerIs404(String digest) {
    given()
        .get("/v1/receipts/" + digest)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  private static SignedNote note() {
    return SignedNote.parse(given().get("/checkpoint").then().statusCode(200).extract().asString());
  }

  private static VerifierKey key() {
    return VerifierKey.parse(
        given().get("/v1/ledger/key").then().statusCode(200).extract().asString());
  }

  private static byte[] bytes(String address) {
    return given().get(address).then().statusCode(200).extract().asByteArray();
  }
}
