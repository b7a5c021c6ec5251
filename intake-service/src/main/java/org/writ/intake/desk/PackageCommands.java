package org.writ.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.writ.intake.desk.RequestDetail.Command;
import org.writ.intake.request.RequestView.DeliveryView;
import org.writ.look.Words;

/**
 * How a package is fetched and opened, as commands to copy: a browser has no token for the service
 * that keeps packages, and should not have one.
 */
@ApplicationScoped
class PackageCommands {

  private final URI issuer;
  private final URI disclosure;

  PackageCommands(
      @ConfigProperty(name = "writ.pages.issuer") URI issuer,
      @ConfigProperty(name = "writ.pages.disclosure") URI disclosure) {
    this.issuer = issuer;
    this.disclosure = disclosure;
  }

  /** The commands for an agency's package, in order. */
  List<Command> of(Words words, String agency, DeliveryView delivery) {
    String address = disclosure + "/v1/deliveries/" + delivery.id();
    return List.of(
        new Command(
            words.t("one.package.fetch"),
            """
            TOKEN=$(curl -s %s/protocol/openid-connect/token \\
              -d "grant_type=client_credentials&client_id=%s&client_secret=SECRET" \\
              | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
            curl -f -H "Authorization: Bearer $TOKEN" %s/package -o package.p7m\
            """
                .formatted(issuer, agency, address)),
        new Command(
            words.t("one.package.check"),
            "openssl dgst -sha256 package.p7m\n# %s".formatted(delivery.sha256())),
        new Command(
            words.t("one.package.decrypt"),
            "openssl cms -decrypt -binary -inform DER -in package.p7m -inkey agency.key -out"
                + " package.zip"),
        new Command(
            words.t("one.package.acknowledge"),
            """
            curl -f -X POST -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
              -d '{"sha256":"%s"}' %s/acknowledgement\
            """
                .formatted(delivery.sha256(), address)));
  }
}
