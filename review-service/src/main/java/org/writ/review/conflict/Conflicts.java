package org.writ.review.conflict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writ.eventlog.Actor;
import org.writ.eventlog.EventLog;
import org.writ.eventlog.NewEvent;
import org.writ.eventlog.Transactions;
import org.writ.events.Topic;
import org.writ.events.review.ConflictDeclared;
import org.writ.events.review.ConflictEnded;
import org.writ.web.list.Cursors;
import org.writ.web.list.Page;
import org.writ.web.problem.Problems;
import org.writ.web.security.Persons;
import org.writ.web.security.Roles;

/** Conflicts of interest: who is in one, and how they are declared and ended. */
@ApplicationScoped
public class Conflicts {

  private final Transactions transactions;
  private final EventLog log;
  private final ConflictRows rows;

  Conflicts(Transactions transactions, EventLog log, ConflictRows rows) {
    this.transactions = transactions;
    this.log = log;
    this.rows = rows;
  }

  /** Whether a person is in a conflict about an agency, as the current transaction sees it. */
  public boolean exists(String agency, String reviewer) {
    return rows.of(agency, reviewer).isPresent();
  }

  /**
   * The same for whoever acts upon it, and has locked what they act upon: a conflict that is
   * declared meanwhile waits for the end of the current transaction, and then finds what was done
   * in it.
   */
  public boolean bars(String agency, String reviewer) {
    return rows.lock(agency, reviewer);
  }

  /** The agencies about which a person is in a conflict, as the current transaction sees it. */
  public Set<String> of(String reviewer) {
    return rows.find("reviewer", reviewer).stream()
        .map(row -> row.agency)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A conflict as it is shown.
   *
   * @param reviewer opaque id of the person
   * @param declaredBy opaque id of whoever declared it
   */
  public record Declared(String agency, String reviewer, String declaredBy, Instant declaredAt) {

    static Declared of(ConflictRow row) {
      return new Declared(row.agency, row.reviewer, row.declaredBy, row.declaredAt);
    }
  }

  /** A place in the list. */
  public record Place(String agency, String reviewer) {

    private static final Pattern SYNTAX =
        Pattern.compile("(%s) (%s)".formatted(ConflictBody.AGENCY, Persons.PERSON));

    /** Reads a cursor of the list; empty if it is none. */
    public static Optional<Place> parse(String cursor) {
      return Cursors.read(cursor, SYNTAX).map(place -> new Place(place.group(1), place.group(2)));
    }

    static String after(Declared conflict) {
      return Cursors.write(conflict.agency() + " " + conflict.reviewer());
    }
  }

  /**
   * A page of conflicts by agency and person. Reviewers see their own, senior reviewers and
   * operators all.
   *
   * @param agency of this agency only; null: of all
   * @param reviewer of this person only; null: of all that the reader sees
   * @param after those after this place only; null: from the first one on
   * @param size most of the page
   */
  public Page<Declared> page(
      Actor reader,
      @Nullable String agency,
      @Nullable String reviewer,
      @Nullable Place after,
      int size) {
    String of = seesAll(reader) ? reviewer : reader.id();
    var place = after == null ? null : new ConflictRow.Key(after.agency(), after.reviewer());
    return transactions.call(
        () ->
            Page.find(
                size,
                most -> rows.page(agency, of, place, most).stream().map(Declared::of).toList(),
                Place::after));
  }

  /** Whether somebody sees others' conflicts, declares and ends them. */
  public static boolean seesAll(Actor actor) {
    return !actor.role().equals(Roles.REVIEWER);
  }

  /**
   * Declares a conflict; one that is declared already stays as it is.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if it is somebody else's, and who
   *     declares it is neither a senior reviewer nor an operator
   */
  public Declared declare(ConflictBody conflict, Actor by) {
    String reviewer = conflict.reviewer() == null ? by.id() : conflict.reviewer();
    if (!seesAll(by) && !reviewer.equals(by.id())) {
      throw Problems.forbidden(
          "You declare your own conflicts; a senior reviewer or an operator declares others'.");
    }
    String agency = conflict.agency();
    return transactions.call(
        () -> {
          if (!exists(agency, reviewer)) {
            append(agency, by, NewEvent.open(new ConflictDeclared(reviewer, by.id())));
          }
          return rows.of(agency, reviewer).map(Declared::of).orElseThrow();
        });
  }

  /**
   * Ends somebody else's conflict.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 if it is one's own, 404 if there is
   *     none
   */
  public void end(String agency, String reviewer, Actor by) {
    if (reviewer.equals(by.id())) {
      throw Problems.forbidden("Another person has to end your conflict.");
    }
    transactions.run(
        () -> {
          if (!exists(agency, reviewer)) {
            throw Problems.unknown("There is no such conflict.");
          }
          append(agency, by, NewEvent.open(new ConflictEnded(reviewer, by.id())));
        });
  }

  private void append(String agency, Actor by, NewEvent event) {
    log.append(
        Topic.REVIEW_CONFLICTS,
        agency,
        log.version(Topic.REVIEW_CONFLICTS, agency),
        by,
        null,
        List.of(event));
  }
}
