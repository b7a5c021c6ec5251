package org.writ.disclosure.account;

/**
 * A phone number or user name that an account had.
 *
 * @param accountId the platform's id
 * @param value the phone number (E.164) or the user name (without @)
 * @param held when it had it
 */
public record HeldValue(String accountId, String value, Period held) {}
