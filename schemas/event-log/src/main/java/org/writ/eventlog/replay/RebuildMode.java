package org.writ.eventlog.replay;

/** Whether this process rebuilds instead of serving; set before the application starts. */
public final class RebuildMode {

  private static final String PROPERTY = "writ.rebuild";

  private RebuildMode() {}

  /** Whether this process rebuilds. */
  public static boolean isOn() {
    return Boolean.getBoolean(PROPERTY);
  }

  static void turnOn() {
    System.setProperty(PROPERTY, "true");
  }
}
