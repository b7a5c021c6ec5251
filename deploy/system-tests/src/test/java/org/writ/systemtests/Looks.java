package org.writ.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A page as it looks at every width, in light and dark. What is on it stays as it is: only the
 * window and the system's setting change, and axe is brought in once: that is what takes time.
 *
 * @param page to be looked at
 * @param name begins the names of the screenshots in {@code target/screenshots}
 */
record Looks(Page page, String name) {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int HEIGHT = 900;
  private static final int NARROW = 360;
  private static final int MIDDLE = 768;
  private static final int WIDE = 1440;

  private static final String AXE = AxeBuilder.getAxeScript();

  /** Each violation with the elements that are to blame. */
  private static final String VIOLATIONS =
      "axe.run({resultTypes: ['violations']}).then(found => found.violations.map("
          + "fault => fault.id + ': ' + fault.nodes.map(node => node.html).join(' ')))";

  private static final String FITS = "document.documentElement.scrollWidth <= window.innerWidth";

  /** Everything that is asked of a page. */
  void inspect(String what) {
    assertThat(page.locator("h1").count()).as(what).isEqualTo(1);
    page.evaluate(AXE);
    for (int width : List.of(NARROW, MIDDLE, WIDE)) {
      page.setViewportSize(width, HEIGHT);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        show(what, width, scheme);
        if (width != MIDDLE) {
          assertAccessible(what + " " + width + " " + scheme);
        }
      }
      if (width > NARROW) {
        assertFitsWithLargeText(what + " " + width);
      }
    }
  }

  /** That nothing sticks out, where words are longer or letters higher than English ones. */
  void fit(String what) {
    for (int width : List.of(NARROW, WIDE)) {
      page.setViewportSize(width, HEIGHT);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        show(what, width, scheme);
      }
    }
    assertFitsWithLargeText(what);
  }

  private void show(String what, int width, ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    String file =
        "%s-%s-%d-%s.png".formatted(name, what, width, scheme.name().toLowerCase(Locale.ROOT));
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)).setFullPage(true));
    assertThat(page.evaluate(FITS)).as("nothing sticks out of " + file).isEqualTo(true);
  }

  private void assertAccessible(String what) {
    assertThat(page.evaluate(VIOLATIONS)).as(what).isEqualTo(List.of());
  }

  private void assertFitsWithLargeText(String what) {
    assertThat(page.evaluate("document.documentElement.style.fontSize = '200%', " + FITS))
        .as("nothing sticks out of " + what + " with text twice as large")
        .isEqualTo(true);
    page.evaluate("document.documentElement.style.fontSize = ''");
  }
}
