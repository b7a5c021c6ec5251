package org.writ.intake.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.writ.eventlog.testing.PageVisitor;

/** The form of a new request, filled in step by step as a browser without scripts does it. */
final class NewForm {

  private final Map<String, String> fields = new LinkedHashMap<>(sound());

  static NewForm sound(String reference) {
    return new NewForm().with("/reference", reference);
  }

  NewForm with(String field, String value) {
    fields.put(field, value);
    return this;
  }

  /** Goes from the blank form to the summary. */
  PageVisitor.Page toSummary(PageVisitor officer) {
    PageVisitor.Page page = officer.get("/desk/requests/new");
    for (Step step : List.of(Step.ORDER, Step.OFFENCE, Step.ACCOUNTS)) {
      page = fill(officer, page, step, "next");
    }
    return page;
  }

  /** Fills in the fields of a step, and presses a button. */
  PageVisitor.Page fill(PageVisitor officer, PageVisitor.Page page, Step step, String button) {
    var sent = new ArrayList<Map.Entry<String, String>>(page.hidden().entrySet());
    fields.forEach(
        (name, value) -> {
          if (step.has(name)) {
            sent.add(Map.entry(name, value));
          }
        });
    sent.add(Map.entry("go", button));
    return officer.post("/desk/requests/new", sent);
  }

  /** Presses a button of a page without typing anything. */
  static PageVisitor.Page press(PageVisitor officer, PageVisitor.Page page, String button) {
    var sent = new ArrayList<Map.Entry<String, String>>(page.hidden().entrySet());
    sent.add(Map.entry("go", button));
    return officer.post("/desk/requests/new", sent);
  }

  private static Map<String, String> sound() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("/process", "COURT_ORDER");
    fields.put("/regime", "NATIONAL");
    fields.put("/issuingAuthority/name", "Amtsgericht Tiergarten");
    fields.put("/issuingAuthority/type", "COURT");
    fields.put("/issuingAuthority/country", "DE");
    fields.put("/issuedOn", "2026-11-20");
    fields.put("/officer/name", "Dora Officer");
    fields.put("/officer/email", "dora@police.example");
    fields.put("/officer/phone", "+49 30 1234567");
    fields.put("/offence/category", "DRUG_TRAFFICKING");
    fields.put("/offence/statute", "§ 29a BtMG");
    fields.put("/offence/description", "Trade in a closed group\r\nsecond line");
    fields.put("/suspectConfirmed", "true");
    fields.put("/items/0/identifier/type", "PHONE_NUMBER");
    fields.put("/items/0/identifier/value", "+4915100000001");
    fields.put("/items/0/dataTypes", "IP_ADDRESS");
    fields.put("/items/0/from", "2026-05-01");
    fields.put("/items/0/to", "2026-10-31");
    return fields;
  }
}
