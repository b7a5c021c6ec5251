package org.writ.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program {@code openssl}, as an agency has it. */
final class OpenSsl {

  private OpenSsl() {}

  /** Makes a key pair and a certificate of its own for an authority, valid for a year. */
  static void certify(String authority, Path key, Path certificate) {
    run(
        "req",
        "-x509",
        "-newkey",
        "rsa:3072",
        "-sha256",
        "-nodes",
        "-days",
        "365",
        "-subj",
        "/O=" + authority,
        "-keyout",
        key.toString(),
        "-out",
        certificate.toString());
  }

  /** Decrypts a package as the README says. */
  static void decrypt(Path encrypted, Path certificate, Path key, Path decrypted) {
    run(
        "cms",
        "-decrypt",
        "-binary",
        "-inform",
        "DER",
        "-in",
        encrypted.toString(),
        "-recip",
        certificate.toString(),
        "-inkey",
        key.toString(),
        "-out",
        decrypted.toString());
  }

  /** Checks a detached signature against the platform's certificate. */
  static void verify(Path signed, Path signature, Path certificate) {
    run(
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        signature.toString(),
        "-content",
        signed.toString(),
        "-CAfile",
        certificate.toString(),
        "-purpose",
        "any",
        "-out",
        "/dev/null");
  }

  private static void run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      byte[] said = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " says " + new String(said, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
