package org.writ.systemtests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. */
final class Chromium implements AutoCloseable {

  private static final List<Path> PROGRAMS =
      Stream.of("chromium", "chromium-browser", "google-chrome")
          .map(name -> Path.of("/usr/bin", name))
          .toList();

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    Path program =
        PROGRAMS.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Chromium is not at any of " + PROGRAMS));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
  }

  BrowserContext open(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
