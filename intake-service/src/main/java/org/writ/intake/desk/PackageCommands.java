package org.writ.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.writ.intake.desk.RequestDetail.Command;
import org.writ.intake.request.RequestView.DeliveryView;
import org.writ.look.Words;

/** How a package is checked and opened on an officer's machine, as commands to copy. */
@ApplicationScoped
class PackageCommands {

  /**
   * All that can be done with a package outside the browser.
   *
   * @param check finds out whether it arrived whole
   * @param decrypt opens it
   * @param machine fetches and acknowledges it without a browser, in order
   */
  record Commands(Command check, Command decrypt, List<Command> machine) {}

  private final URI issuer;
  private final URI disclosure;

  PackageCommands(
      @ConfigProperty(name = "writ.pages.issuer") URI issuer,
      @ConfigProperty(name = "writ.pages.disclosure") URI disclosure) {
    this.issuer = issuer;
    this.disclosure = disclosure;
  }

  /** What a package's file is called. */
  static String fileName(DeliveryView delivery) {
    return delivery.id() + ".p7m";
  }

  /** The commands for an agency's package. */
  Commands of(Words words, String agency, DeliveryView delivery) {
    String file = fileName(delivery);
    String address = disclosure + "/v1/deliveries/" + delivery.id();
    return new Commands(
        new Command(
            words.t("one.package.check"),
            """
            # Linux
            sha256sum %1$s
            # macOS
            shasum -a 256 %1$s
            # Windows
            certutil -hashfile %1$s SHA256\
            """
                .formatted(file)),
        new Command(
            words.t("one.package.decrypt"),
            "openssl cms -decrypt -binary -inform DER -in %s -inkey agency.key -out package.zip"
                .formatted(file)),
        List.of(
            new Command(
                words.t("one.package.fetch"),
                """
                TOKEN=$(curl -s %s/protocol/openid-connect/token \\
                  -d "grant_type=client_credentials&client_id=%s&client_secret=SECRET" \\
                  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                curl -f -H "Authorization: Bearer $TOKEN" %s/package -o %s\
                """
                    .formatted(issuer, agency, address, file)),
            new Command(
                words.t("one.package.acknowledge"),
                """
                curl -f -X POST -H "Authorization: Bearer $TOKEN" \\
                  -H "Content-Type: application/json" \\
                  -d '{"sha256":"%s"}' %s/acknowledgement\
                """
                    .formatted(delivery.sha256(), address))));
  }
}
