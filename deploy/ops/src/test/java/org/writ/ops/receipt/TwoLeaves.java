package org.writ.ops.receipt;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A ledger of two entries with a key of its own; written along RFC 6962 and C2SP signed-note. */
final class TwoLeaves {

  static final byte[] ENTRY = sha256(new byte[] {7});
  static final byte[] SIBLING = sha256(new byte[] {0}, sha256(new byte[] {8}));

  private final String name;
  private final KeyPair pair;

  TwoLeaves(String name) {
    this.name = name;
    try {
      this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] root() {
    return sha256(new byte[] {1}, SIBLING, sha256(new byte[] {0}, ENTRY));
  }

  ObjectNode receipt() {
    ObjectNode json = JsonMapper.builder().build().createObjectNode();
    json.put("requestId", "0198c0de-0000-7000-8000-000000000001")
        .put("entry", base64(ENTRY))
        .put("leafIndex", 1)
        .put("treeSize", 2)
        .put("leafHash", base64(sha256(new byte[] {0}, ENTRY)));
    json.putArray("proof").add(base64(SIBLING));
    return json.put("checkpoint", checkpoint(2, root()));
  }

  String checkpoint(long size, byte[] root) {
    String text = name + "\n" + size + "\n" + base64(root) + "\n";
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return text + "\n\u2014 " + name + " " + base64(join(keyId(), signature.sign())) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String key() {
    return name + "+" + HexFormat.of().formatHex(keyId()) + "+" + base64(typedKey());
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private byte[] keyId() {
    return Arrays.copyOf(
        sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typedKey()), Integer.BYTES);
  }

  private byte[] typedKey() {
    byte[] encoded = pair.getPublic().getEncoded();
    return join(new byte[] {1}, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(join(parts));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
