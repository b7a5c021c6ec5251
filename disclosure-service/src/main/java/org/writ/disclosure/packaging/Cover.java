package org.writ.disclosure.packaging;

import java.time.Instant;

/**
 * What a package says about itself.
 *
 * @param deliveryId the delivery
 * @param requestId the request
 * @param reference the agency's own file number
 * @param issuingAuthority who issued the order
 * @param agency id of the agency that it is for
 * @param agencyName its official name
 * @param country the agency's country, ISO 3166-1 alpha-2
 * @param process kind of order
 * @param regime law that the order was sent under
 * @param decision id of the event that told the decision
 * @param policy id of the policy that the decision was made under
 * @param collectedAt when the data was collected
 */
public record Cover(
    String deliveryId,
    String requestId,
    String reference,
    String issuingAuthority,
    String agency,
    String agencyName,
    String country,
    String process,
    String regime,
    String decision,
    String policy,
    Instant collectedAt) {

  /** Without what is about the case, which belongs in no log line. */
  @Override
  public String toString() {
    return "Cover[" + deliveryId + "]";
  }
}
