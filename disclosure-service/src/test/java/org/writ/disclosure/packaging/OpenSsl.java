package org.writ.disclosure.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program that agencies open packages with. Tests need it, as the README does. */
public final class OpenSsl {

  /**
   * How it ended.
   *
   * @param status 0 if all is well
   * @param output what it printed
   */
  public record Result(int status, String output) {}

  private OpenSsl() {}

  /** Runs {@code openssl} with these arguments in a folder. */
  public static Result run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  /**
   * Decrypts {@code package.p7m} with {@code agency.key} to {@code package.zip}, as the README
   * says.
   */
  public static void decrypt(Path folder) throws IOException, InterruptedException {
    Result result =
        run(
            folder,
            "cms",
            "-decrypt",
            "-inform",
            "DER",
            "-in",
            "package.p7m",
            "-recip",
            "agency.crt",
            "-inkey",
            "agency.key",
            "-out",
            "package.zip");
    assertThat(result).isEqualTo(new Result(0, ""));
  }

  /**
   * Verifies {@code manifest.json.sig} over {@code manifest.json}, as the package's README says.
   */
  public static Result verify(Path folder) throws IOException, InterruptedException {
    return run(
        folder,
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "manifest.json.sig",
        "-content",
        "manifest.json",
        "-CAfile",
        "platform.crt",
        "-purpose",
        "any",
        "-out",
        "/dev/null");
  }
}
