package org.writ.intake.desk;

import java.util.Map;
import java.util.Objects;

/** What the fields of the form are called: keys of their labels. */
final class FieldLabels {

  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("/reference", "form.reference"),
          Map.entry("/process", "form.process"),
          Map.entry("/regime", "form.regime"),
          Map.entry("/issuingAuthority/name", "form.authority.name"),
          Map.entry("/issuingAuthority/type", "form.authority.type"),
          Map.entry("/issuingAuthority/country", "form.authority.country"),
          Map.entry("/issuedOn", "form.issuedOn"),
          Map.entry("/validUntil", "form.validUntil"),
          Map.entry("/officer/name", "form.officer.name"),
          Map.entry("/officer/email", "form.officer.email"),
          Map.entry("/officer/phone", "form.officer.phone"),
          Map.entry("/offence/category", "form.category"),
          Map.entry("/offence/statute", "form.statute"),
          Map.entry("/offence/description", "form.description"),
          Map.entry("/suspectConfirmed", "form.suspect"),
          Map.entry("/userNotice/delayUntil", "form.delayUntil"),
          Map.entry("/userNotice/reason", "form.reason"));

  private static final Map<String, String> OF_ACCOUNTS =
      Map.of(
          "identifier/type", "form.identifier",
          "identifier/value", "form.value",
          "dataTypes", "form.dataTypes",
          "from", "form.from",
          "to", "form.to");

  private FieldLabels() {}

  static String of(String field) {
    return Objects.requireNonNull(FIELDS.get(field), field);
  }

  static String account(String field) {
    return Objects.requireNonNull(OF_ACCOUNTS.get(field), field);
  }
}
