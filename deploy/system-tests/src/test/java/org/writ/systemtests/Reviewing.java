package org.writ.systemtests;

import com.microsoft.playwright.Page;
import org.writ.local.Port;

/**
 * Somebody who works at the reviewers' pages, with the keyboard alone.
 *
 * @param page of the reviewer's browser
 */
record Reviewing(Page page) {

  /** Opens the queue, and signs in at the real identity provider. */
  static Reviewing signIn(Page page, String person) {
    page.navigate(address("/desk"));
    page.fill("#username", person);
    page.fill("#password", person);
    page.keyboard().press("Enter");
    page.waitForURL(address("/desk") + "**");
    return new Reviewing(page);
  }

  static String address(String path) {
    return RunningSystem.settings().url(Port.REVIEW) + path;
  }

  static String caseAddress(String id) {
    return address("/desk/cases/" + id);
  }

  /** Looks at a case without the keyboard. */
  void look(String id) {
    page.navigate(caseAddress(id));
  }

  /** From anywhere to a case, by its id in the search of the queue. */
  void find(String id) {
    if (!page.url().equals(address("/desk"))) {
      press("g", "q");
      page.waitForURL(address("/desk"));
    }
    press("/");
    page.keyboard().type(id);
    press("Enter");
    page.waitForURL(caseAddress(id));
  }

  /** Takes the case that is looked at. */
  void claim() {
    press("c");
    await("button[value=review][data-key]");
  }

  /** Looks at the decision that the form starts with, and sends it. */
  void decide() {
    press("d");
    await("button[value=send]");
    press("d");
    page.waitForURL("**?done=*");
  }

  /** Until the next page is there, and its scripts listen. */
  private void await(String selector) {
    page.waitForSelector(selector);
    page.waitForLoadState();
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }
}
