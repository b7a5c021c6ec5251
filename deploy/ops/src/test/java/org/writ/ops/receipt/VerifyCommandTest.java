package org.writ.ops.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.writ.ops.Writ;
import picocli.CommandLine;

class VerifyCommandTest {

  private static final String BASE64 = TwoLeaves.base64(new byte[32]);

  private final TwoLeaves ledger = new TwoLeaves("writ.example/ledger");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine line =
      Writ.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

  @TempDir Path folder;

  @Test
  void receiptIsProvedUnderTheKey() throws IOException {
    // Given
    String receipt = file("receipt.json", ledger.receipt().toString());

    // When
    int status = verify(receipt, "--key", ledger.key());

    // Then
    assertThat(status).isZero();
    assertThat(out.toString())
        .contains("PROVED: the ledger writ.example/ledger has this entry")
        .contains("leaf        1 of 2")
        .contains("does not prove")
        .contains("request 0198c0de-0000-7000-8000-000000000001. The receipt says so");
  }

  @Test
  void keyMayStandInAFile() throws IOException {
    // Given
    String receipt = file("receipt.json", ledger.receipt().toString());
    String key = file("key", ledger.key() + "\n");

    // When
    int status = verify(receipt, "--key", key);

    // Then
    assertThat(status).isZero();
  }

  @Test
  void receiptIsProvedUnderATrustedCheckpointWithoutAKey() throws IOException {
    // Given
    String receipt = file("receipt.json", ledger.receipt().toString());
    String checkpoint = file("checkpoint", ledger.checkpoint(2, TwoLeaves.root()));

    // When
    int status = verify(receipt, "--checkpoint", checkpoint);

    // Then
    assertThat(status).isZero();
    assertThat(out.toString()).contains("its signature was not checked");
  }

  static Stream<Named<Consumer<ObjectNode>>> tamperings() {
    return Stream.of(
        tampering("entry", json -> json.put("entry", BASE64)),
        tampering("leafIndex", json -> json.put("leafIndex", 0)),
        tampering("leafIndex outside the tree", json -> json.put("leafIndex", 2)),
        tampering("negative leafIndex", json -> json.put("leafIndex", -1)),
        tampering("treeSize", json -> json.put("treeSize", 3)),
        tampering("leafHash", json -> json.put("leafHash", BASE64)),
        tampering("leafHash of one byte", json -> json.put("leafHash", "AA==")),
        tampering("a hash of the proof", json -> json.putArray("proof").add(BASE64)),
        tampering("no proof", json -> json.putArray("proof")),
        tampering("a longer proof", json -> json.withArray("proof").add(BASE64)),
        tampering("the checkpoint's size", json -> replace(json, "\n2\n", "\n3\n")),
        tampering(
            "the checkpoint's root",
            json -> replace(json, TwoLeaves.base64(TwoLeaves.root()), BASE64)),
        tampering("the checkpoint's origin", json -> replace(json, "writ.example", "writ.invalid")),
        tampering(
            "the signature", json -> replace(json, "\u2014 writ.example/ledger ", "\u2014 x ")),
        tampering(
            "a signature that is no base64",
            json ->
                json.put(
                    "checkpoint",
                    "writ.example/ledger\n2\nAA==\n\n\u2014 writ.example/ledger !!\n")),
        tampering("another ledger's receipt", VerifyCommandTest::otherLedger));
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void whatWasChangedIsFoundUnderTheKey(Consumer<ObjectNode> tampering) throws IOException {
    // Given
    ObjectNode changed = ledger.receipt();
    tampering.accept(changed);
    String receipt = file("receipt.json", changed.toString());

    // When
    int status = verify(receipt, "--key", ledger.key());

    // Then
    assertThat(status).isEqualTo(Writ.WRONG);
    assertThat(out.toString()).startsWith("NOT PROVED").doesNotContain("PROVED: the ledger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"requestId\":\"a\",\"entry\":\"AA==\"}",
        "{\"requestId\":\"a\",\"requestId\":\"b\"}"
      })
  void fileThatIsNoReceiptIsSaidToBeNone(String content) throws IOException {
    // Given
    String receipt = file("receipt.json", content);

    // When
    int status = verify(receipt, "--key", ledger.key());

    // Then
    assertThat(status).isEqualTo(Writ.FAILED);
    assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
  }

  @Test
  void anotherCheckpointOfTheSameSizeMustHaveTheSameRoot() throws IOException {
    // Given
    String receipt = file("receipt.json", ledger.receipt().toString());
    String other = file("checkpoint", ledger.checkpoint(2, new byte[32]));

    // When
    int status = verify(receipt, "--key", ledger.key(), "--checkpoint", other);

    // Then
    assertThat(status).isEqualTo(Writ.WRONG);
    assertThat(out.toString()).contains("two different trees of 2 leaves");
  }

  @Test
  void newerCheckpointOfTheSameKeyIsNotedWithoutClaimingThatItContinues() throws IOException {
    // Given
    String receipt = file("receipt.json", ledger.receipt().toString());
    String newer = file("checkpoint", ledger.checkpoint(9, new byte[32]));

    // When
    int status = verify(receipt, "--key", ledger.key(), "--checkpoint", newer);

    // Then
    assertThat(status).isZero();
    assertThat(out.toString()).contains("has 9 leaves").contains("takes a consistency proof");
  }

  @Test
  void olderCheckpointDecidesNothing() throws IOException {
    // Given
    String receipt = file("receipt.json", ledger.receipt().toString());
    String older = file("checkpoint", ledger.checkpoint(1, new byte[32]));

    // When
    int status = verify(receipt, "--key", ledger.key(), "--checkpoint", older);

    // Then
    assertThat(status).isEqualTo(Writ.FAILED);
    assertThat(err.toString()).contains("as new as the receipt");
  }

  @Test
  void checkpointOfAnotherKeyIsNotTaken() throws IOException {
    // Given
    String receipt = file("receipt.json", ledger.receipt().toString());
    String foreign =
        file("checkpoint", new TwoLeaves("writ.example/ledger").checkpoint(2, TwoLeaves.root()));

    // When
    int status = verify(receipt, "--key", ledger.key(), "--checkpoint", foreign);

    // Then
    assertThat(status).isEqualTo(Writ.WRONG);
    assertThat(out.toString()).contains("not signed by writ.example/ledger");
  }

  @Test
  void withoutKeyAndCheckpointNothingCanBeProved() throws IOException {
    // Given
    String receipt = file("receipt.json", ledger.receipt().toString());

    // When
    int status = verify(receipt);

    // Then
    assertThat(status).isEqualTo(Writ.FAILED);
    assertThat(err.toString()).contains("--key").contains("--checkpoint");
  }

  @Test
  void fileThatIsMissingIsNamed() {
    // Given no file

    // When
    int status = verify("no-such.json", "--key", ledger.key());

    // Then
    assertThat(status).isEqualTo(Writ.FAILED);
    assertThat(err.toString()).contains("no-such.json");
  }

  private static void otherLedger(ObjectNode json) {
    json.setAll(new TwoLeaves("writ.example/ledger").receipt());
  }

  private static void replace(ObjectNode json, String found, String replacement) {
    json.put("checkpoint", json.path("checkpoint").asText().replace(found, replacement));
  }

  private static Named<Consumer<ObjectNode>> tampering(String name, Consumer<ObjectNode> change) {
    return Named.of(name, change);
  }

  private int verify(String... arguments) {
    return line.execute(
        Stream.concat(Stream.of("receipt", "verify"), Stream.of(arguments)).toArray(String[]::new));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
