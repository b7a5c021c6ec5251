package org.writ.intake.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.ConcurrentChange;
import org.writ.eventlog.Transactions;

/**
 * What every call of an agency has to know, remembered for a second: changes made here are known at
 * once, those of another instance a second later. What must not be missed even then is held in its
 * own transaction, see {@link RegisteredAgencies#holdActive}. Thread-safe.
 */
@ApplicationScoped
public class Standings {

  private static final Logger LOG = Logger.getLogger(Standings.class);

  private static final Duration REMEMBERED = Duration.ofSeconds(1);
  private static final int MOST = 10_000;

  private final Transactions transactions;
  private final AgencyRows rows;
  private final ChangeAgency changeAgency;
  private final Clock clock;
  private final Map<Key, Remembered> remembered = new ConcurrentHashMap<>();
  private final ReentrantLock noting = new ReentrantLock();

  Standings(Transactions transactions, AgencyRows rows, ChangeAgency changeAgency, Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.changeAgency = changeAgency;
    this.clock = clock;
  }

  private record Key(String agency, String account) {}

  private record Remembered(@Nullable Standing standing, long change, Instant until) {}

  /** How an agency and who acts for it stand; empty if nobody put the agency on file. */
  public Optional<Standing> of(String agency, String account) {
    var key = new Key(agency, account);
    var known = remembered.get(key);
    if (known != null
        && known.change() == changeAgency.changes()
        && clock.instant().isBefore(known.until())) {
      return Optional.ofNullable(known.standing());
    }
    return read(key);
  }

  /**
   * Notes that an account acted for an active agency, if that is the first time.
   *
   * @param actor the same account
   */
  public void note(String agency, String account, Actor actor) {
    // One at a time: the first calls of an agency come all at once.
    noting.lock();
    try {
      if (read(new Key(agency, account)).filter(standing -> !standing.seen()).isPresent()) {
        changeAgency.change(agency, new AgencyCommand.SeeOfficer(account, false), actor, null);
      }
    } catch (ConcurrentChange others) {
      // Others change the file at this moment: the next call notes it.
      LOG.debugf("Not noted yet, agency=%s", agency);
    } finally {
      noting.unlock();
    }
  }

  private Optional<Standing> read(Key key) {
    long change = changeAgency.changes();
    var standing = transactions.call(() -> rows.standing(key.agency(), key.account()));
    if (remembered.size() >= MOST) {
      remembered.clear();
    }
    remembered.put(
        key, new Remembered(standing.orElse(null), change, clock.instant().plus(REMEMBERED)));
    return standing;
  }
}
