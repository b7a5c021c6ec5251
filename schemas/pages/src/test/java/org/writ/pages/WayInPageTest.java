package org.writ.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayInPageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk",
        "/desk/",
        "/desk?tab=all&country=DE&q=M%C3%BCnster+police",
        "/desk/cases/0190?items=25",
        "/desk?q=a*b~c.d-e_f"
      })
  void languageLeadsBackToAPageOfOurs(String back) {
    assertThat(WayInPage.isOurs(back)).isTrue();
    assertThat(URI.create(back)).hasToString(back);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://evil.example/desk",
        "//evil.example/desk",
        "/desktop",
        "/desk@evil.example",
        "/desk?q=100%",
        "/desk?q=%zz",
        "/desk?q=%4",
        "/desk?q=a b",
        "/desk\r\nSet-Cookie: a=b"
      })
  void anythingElseIsNotFollowed(String back) {
    assertThat(WayInPage.isOurs(back)).isFalse();
  }

  @Test
  void lengthIsNoMatter() {
    assertThat(WayInPage.isOurs("/desk?q=" + "%41b".repeat(100_000))).isTrue();
  }
}
