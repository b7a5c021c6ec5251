package org.writ.eventlog.replay;

/**
 * Whether this process rebuilds instead of serving. Then its datasource is a database of its own,
 * named like the live one with {@code _rebuild} behind, emptied at the start; it opens no port and
 * starts no worker.
 */
public final class RebuildMode {

  static final String SHADOW_SUFFIX = "_rebuild";

  private static final String PROPERTY = "writ.rebuild";
  private static final String DATABASE = "WRIT_DATABASE_URL";

  private RebuildMode() {}

  /** Whether this process rebuilds. */
  public static boolean isOn() {
    return Boolean.getBoolean(PROPERTY);
  }

  /**
   * Makes this process one that rebuilds; to be called before the application starts.
   *
   * @throws IllegalStateException if the live database is not named by WRIT_DATABASE_URL
   */
  public static void turnOn() {
    String live = System.getenv(DATABASE);
    if (live == null) {
      throw new IllegalStateException(DATABASE + " is not set: it names the live database");
    }
    System.setProperty(PROPERTY, "true");
    System.setProperty("quarkus.datasource.jdbc.url", shadowOf(live));
    System.setProperty("quarkus.flyway.clean-at-start", "true");
    System.setProperty("quarkus.flyway.clean-disabled", "false");
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.oidc.tenant-enabled", "false");
    System.setProperty("quarkus.scheduler.enabled", "false");
    System.setProperty("quarkus.log.console.stderr", "true");
    System.setProperty("quarkus.banner.enabled", "false");
  }

  /** JDBC address of the shadow database of a live one. */
  static String shadowOf(String liveUrl) {
    int options = liveUrl.indexOf('?');
    return options < 0
        ? liveUrl + SHADOW_SUFFIX
        : liveUrl.substring(0, options) + SHADOW_SUFFIX + liveUrl.substring(options);
  }

  /** Name of the database that a JDBC address names. */
  static String databaseOf(String url) {
    int options = url.indexOf('?');
    String address = options < 0 ? url : url.substring(0, options);
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
