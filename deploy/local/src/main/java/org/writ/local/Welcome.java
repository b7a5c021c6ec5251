package org.writ.local;

import java.time.LocalDate;

/** What a person needs to know once everything is up. */
final class Welcome {

  private final Settings settings;

  Welcome(Settings settings) {
    this.settings = settings;
  }

  /**
   * Addresses, people and a line to paste.
   *
   * @param today the day that the order in the example was issued on
   */
  String text(LocalDate today) {
    return """

    Writ is up.

      intake        %1$s          agencies submit requests (API: /q/openapi; officers' pages: /desk)
      review        %2$s          reviewers decide (reviewers' pages: /desk)
      disclosure    %3$s          agencies fetch packages
      transparency  %4$s          the public report
      Keycloak      %5$s          realm writ; administrator admin, password admin
      registry      %6$s          Apicurio Registry
      Kafka         %7$s
      MariaDB       localhost:%8$d                databases and users intake, review, disclosure, transparency

      People (password = name): rita, raj (reviewer), sofia (senior-reviewer), milo (moderator), olga (ops),
      ada (auditor), dora (officer of agency-de). Agencies: agency-de, agency-fr, agency-in, agency-xx
      (secret = secret-<client>). Keys and certificates of the agencies: %9$s

    Submit a request as agency-de:

    """
            .formatted(
                settings.url(Port.INTAKE),
                settings.url(Port.REVIEW),
                settings.url(Port.DISCLOSURE),
                settings.url(Port.TRANSPARENCY),
                settings.url(Port.KEYCLOAK),
                settings.url(Port.REGISTRY),
                settings.kafka(),
                settings.port(Port.MARIADB),
                settings.data().resolve("agencies"))
        + example(today);
  }

  private String example(LocalDate today) {
    return """
    TOKEN=$(curl -s -d grant_type=client_credentials -d client_id=agency-de -d client_secret=secret-agency-de \\
      %1$s/protocol/openid-connect/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
    curl -i %2$s/v1/requests -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
      -H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" -d '{
        "reference": "AZ 2026/000123", "process": "COURT_ORDER", "regime": "NATIONAL",
        "issuingAuthority": {"name": "Amtsgericht Tiergarten", "type": "COURT", "country": "DE"},
        "issuedOn": "%3$s", "suspectConfirmed": true,
        "offence": {"category": "DRUG_TRAFFICKING", "statute": "§ 29a BtMG", "description": "Trade in a closed group"},
        "items": [{"identifier": {"type": "PHONE_NUMBER", "value": "+4915100000001"},
                   "dataTypes": ["IP_ADDRESS", "PHONE_NUMBER"],
                   "from": "%4$sT00:00:00Z", "to": "%3$sT00:00:00Z"}],
        "officer": {"name": "Dora Officer", "email": "dora@writ.example", "phone": "+49300000000"}}'
    """
        .formatted(settings.issuer(), settings.url(Port.INTAKE), today, today.minusMonths(6));
  }
}
