package org.writ.disclosure.account;

import java.util.List;

/**
 * An account that an identifier stood for.
 *
 * @param accountId the platform's id
 * @param held when the identifier stood for it, within the period that was asked about; ascending,
 *     never empty
 * @param deleted whether the account is deleted by now
 */
public record Holder(String accountId, List<Period> held, boolean deleted) {

  /** Keeps a copy. */
  public Holder {
    held = List.copyOf(held);
  }
}
