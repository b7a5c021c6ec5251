package org.writ.review.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.writ.events.review.CaseOpened;

/**
 * The policies that count at this moment: those that the service was built with, and those that two
 * persons put in force beside them, as every instance reads them from the datastore. Thread-safe.
 */
@ApplicationScoped
public class PolicyRegister {

  private final ShippedPolicies shipped;
  private final PolicyRows rows;
  private final AtomicReference<Loaded> loaded;

  /**
   * What was compiled.
   *
   * @param digests of the activated ones, by id
   */
  private record Loaded(Map<String, String> digests, Policies policies) {}

  PolicyRegister(ShippedPolicies shipped, PolicyRows rows) {
    this.shipped = shipped;
    this.rows = rows;
    this.loaded = new AtomicReference<>(new Loaded(Map.of(), shipped.policies()));
  }

  /**
   * Those that are in force, were, or will be.
   *
   * @throws InvalidPolicy if one was activated that this version of the service cannot read
   * @throws IllegalArgumentException if one was activated that does not fit beside those that this
   *     version was built with
   */
  public Policies current() {
    Map<String, String> digests = rows.activated();
    Loaded known = loaded.get();
    if (known != null && known.digests().equals(digests)) {
      return known.policies();
    }
    Loaded anew = load(digests);
    loaded.set(anew);
    return anew.policies();
  }

  /**
   * The policy to decide a case under; see {@link Policies#forDecision}.
   *
   * @param file the case as it was opened
   */
  public Policy forDecision(CaseOpened file) {
    return current()
        .forDecision(file.getPolicy(), file.getRegime(), file.getCountry(), file.getReceivedAt());
  }

  private Loaded load(Map<String, String> digests) {
    var all = new ArrayList<>(shipped.policies().all());
    digests.keySet().stream()
        .map(id -> PolicyDocument.readHeld("policy " + id, rows.document(id)))
        .forEach(all::add);
    return new Loaded(digests, Policies.of(all));
  }
}
