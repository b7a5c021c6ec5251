package org.writ.review.desk.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writ.eventlog.testing.PageVisitor;
import org.writ.eventlog.testing.TestStack;
import org.writ.review.Reviewer;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ConflictPageTest {

  private static final String ADDRESS = "/desk/conflicts";

  private final String agency = "agency-" + UUID.randomUUID();

  @Test
  void aReviewerDeclaresTheirOwnAndAnotherPersonEndsIt() {
    // Given
    var rita = visitor("rita");
    var sofia = visitor("sofia");

    // When
    var declared = rita.post(ADDRESS, agency(" " + agency + " "));

    // Then
    assertThat(declared.html())
        .contains("The conflict of interest is declared.", agency, "nobody judges their own")
        .doesNotContain("/desk/conflicts/end", "name=\"reviewer\"");
    assertThat(visitor("raj").get(ADDRESS).html()).doesNotContain(agency);

    // When
    var seen = sofia.get(ADDRESS + "?agency=" + agency);
    var ended =
        sofia.post(
            ADDRESS + "/end",
            List.of(
                Map.entry("endAgency", String.valueOf(seen.hidden().get("endAgency"))),
                Map.entry("endReviewer", String.valueOf(seen.hidden().get("endReviewer")))));

    // Then
    assertThat(ended.html()).contains("The conflict of interest is over.");
    assertThat(rita.get(ADDRESS).html()).doesNotContain(agency);
  }

  @Test
  void aSeniorReviewerDeclaresSomebodyElses() {
    // When
    var page =
        visitor("sofia")
            .post(
                ADDRESS,
                List.of(Map.entry("agency", agency), Map.entry("reviewer", Reviewer.RAJ.id())));

    // Then
    assertThat(page.status()).isEqualTo(200);
    assertThat(visitor("raj").get(ADDRESS).html()).contains(agency);
  }

  @Test
  void nobodyDeclaresAnothersUnaskedOrEndsTheirOwn() {
    // Given
    var rita = visitor("rita");
    var sofia = visitor("sofia");
    sofia.post(ADDRESS, agency(agency));

    // When
    var others =
        rita.post(
            ADDRESS,
            List.of(Map.entry("agency", agency), Map.entry("reviewer", Reviewer.RAJ.id())));
    var own =
        sofia.post(
            ADDRESS + "/end",
            List.of(Map.entry("endAgency", agency), Map.entry("endReviewer", Reviewer.SOFIA.id())));

    // Then
    assertThat(others.status()).isEqualTo(403);
    assertThat(others.html()).contains("You declare your own conflicts", "value=\"" + agency);
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.html()).contains("Another person has to end your conflict");
  }

  @ParameterizedTest
  @CsvSource({"'',Please fill this in.", "a b,Please give an id"})
  void whatIsNoAgencyIsNamedAndKept(String typed, String said) {
    // When
    var page = visitor("rita").post(ADDRESS, agency(typed));

    // Then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html()).contains(said, "name=\"agency\" value=\"" + typed + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "ada,/desk/conflicts,403",
    "olga,/desk/conflicts?agency=no-such-agency,200",
    "rita,/desk/conflicts?cursor=nonsense,404"
  })
  void whoMayNotAndWhatIsNotThereIsSaid(String person, String path, int status) {
    assertThat(new PageVisitor().signIn(person, path).status()).isEqualTo(status);
  }

  private static PageVisitor visitor(String person) {
    var visitor = new PageVisitor();
    visitor.signIn(person, ADDRESS);
    return visitor;
  }

  private static List<Map.Entry<String, String>> agency(String typed) {
    return List.of(Map.entry("agency", typed));
  }
}
