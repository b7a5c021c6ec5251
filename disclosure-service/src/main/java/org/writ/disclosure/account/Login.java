package org.writ.disclosure.account;

import java.time.Instant;

/**
 * A device connected with an account's credentials.
 *
 * @param accountId the platform's id
 * @param at when
 * @param ipAddress the client's address, in the form of {@link IpAddress}
 * @param port the client's source port, 0-65535
 * @param device make and model, at most 200 characters
 * @param appVersion the app and its version, at most 100 characters
 */
public record Login(
    String accountId, Instant at, String ipAddress, int port, String device, String appVersion) {

  /** How many characters of the device are kept. */
  static final int MAX_DEVICE = 200;

  /** How many characters of the app and its version are kept. */
  static final int MAX_APP_VERSION = 100;
}
