package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.writ.local.Port;

/**
 * Somebody who submits requests at the pages: what an officer does there, step by step.
 *
 * @param page of the officer's browser
 */
record Officer(Page page) {

  private static final Pattern ID = Pattern.compile("/desk/requests/([0-9a-f-]{36})");

  /** Opens the list of requests, and signs in at the real identity provider. */
  static Officer signIn(Page page, String person) {
    page.navigate(address("/desk"));
    page.fill("#username", person);
    page.fill("#password", person);
    page.keyboard().press("Enter");
    page.waitForURL(address("/desk") + "**");
    return new Officer(page);
  }

  static String address(String path) {
    return RunningSystem.settings().url(Port.INTAKE) + path;
  }

  static String daysAgo(int days) {
    return LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
  }

  /** Submits a sound order about the demo platform's first account, and gives the request's id. */
  String submit(String reference) {
    page.navigate(address("/desk/requests/new"));
    fillOrder(reference);
    next();
    fillOffence();
    next();
    fillAccount();
    next();
    return send();
  }

  void fillOrder(String reference) {
    page.fill("#f-reference", reference);
    page.selectOption("#f-process", "COURT_ORDER");
    page.selectOption("#f-regime", "NATIONAL");
    page.fill("#f-issuingAuthority-name", "Amtsgericht Tiergarten");
    page.selectOption("#f-issuingAuthority-type", "COURT");
    page.selectOption("#f-issuingAuthority-country", "DE");
    page.fill("#f-issuedOn", daysAgo(3));
    page.fill("#f-officer-phone", "+49300000000");
  }

  void fillOffence() {
    page.selectOption("#f-offence-category", "DRUG_TRAFFICKING");
    page.fill("#f-offence-statute", "§ 29a BtMG");
    page.fill("#f-offence-description", "Trade in a closed group");
    page.check("#f-suspectConfirmed");
  }

  void fillAccount() {
    page.selectOption("#f-items-0-identifier-type", "PHONE_NUMBER");
    page.fill("#f-items-0-identifier-value", "+4915100000001");
    page.check("input[value=PHONE_NUMBER]");
    page.check("input[value=IP_ADDRESS]");
  }

  /** Goes on to the next step of the form. */
  void next() {
    page.locator("main .buttons button[value=next]").click();
  }

  /** Sends the form, and gives the request's id. */
  String send() {
    page.locator("button[value=send]").click();
    page.waitForURL(url -> url.contains("received=yes"));
    var id = ID.matcher(page.url());
    assertThat(id.find()).as(page.url()).isTrue();
    return id.group(1);
  }

  /** Takes a request back, for good. */
  void withdraw(String requestId) {
    look(requestId);
    page.locator("a[href$='/withdrawal']").click();
    page.locator("button.danger").click();
  }

  /** Looks at a request. */
  void look(String requestId) {
    page.navigate(address("/desk/requests/" + requestId));
  }
}
