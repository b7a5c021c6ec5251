package org.writ.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.events.review.CaseOutcome;
import org.writ.intake.request.OtherServices;
import org.writ.intake.request.OwnRequest;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RefusalsPageTest {

  private OwnRequest request;
  private PageVisitor dora = new PageVisitor();

  @BeforeEach
  void refuse() {
    request = OwnRequest.submitted();
    request.review(OtherServices.opened(request.item()));
    request.review(
        OtherServices.decided(
            CaseOutcome.REFUSED, OtherServices.refused(request.item(), "ORDER_EXPIRED")));
    request.awaitStatus("REFUSED");
    dora = PageVisitor.signedIn("dora");
  }

  @AfterEach
  void closeRequest() {
    request.close();
  }

  @Test
  void officersSeeWhyRequestsOfTheLastYearWereRefusedAndWhatHelps() {
    // Given
    assertThat(dora.get("/desk").html()).contains("href=\"/desk/refusals\"");

    // When
    var page = dora.get("/desk/refusals");

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html())
        .contains("Why requests were refused", "The order is no longer in force.", "National law")
        .contains("Have the order renewed and send it while it is in force.")
        .doesNotContain("There is something to correct", "style=");
  }

  @Test
  void daysWithoutRequestsSayWhatWillAppear() {
    // When
    var page = dora.get("/desk/refusals?from=2001-01-01&to=2001-12-31");

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).contains("Nothing of these requests was refused.", "1 Jan 2001");
  }

  @ParameterizedTest
  @CsvSource({
    "from=&to=2026-01-01,Please give a day",
    "from=2026-13-01&to=2026-01-01,Please give a day",
    "from=1999-12-31&to=2026-01-01,Please give a day",
    "from=2026-01-02&to=2026-01-01,The end is before the beginning."
  })
  void daysThatAreNoneAreNamedAndKept(String query, String said) {
    // When
    var page = dora.get("/desk/refusals?" + query);

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html())
        .contains("There is something to correct", said, "name=\"to\" value=\"2026-01-01\"");
  }

  @ParameterizedTest
  @CsvSource({
    "de,Lassen Sie die Anordnung erneuern",
    "fr,Faites renouveler l’ordonnance",
    "hi,आदेश का नवीनीकरण कराएँ"
  })
  void whatHelpsIsSaidInTheReadersLanguage(String language, String said) {
    // When
    dora.read(language);

    // Then
    assertThat(dora.get("/desk/refusals").html())
        .contains("<html lang=\"" + language + "\"", said)
        .doesNotContain("Why requests were refused");
  }
}
