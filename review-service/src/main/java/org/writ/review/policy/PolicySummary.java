package org.writ.review.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.web.list.Cursors;

/**
 * A policy in the list of all.
 *
 * @param digest SHA-256 (hex) of its document; decisions under it name it
 * @param origin who put it in force
 * @param effectiveUntil last day; null: until a later one begins that governs the same
 * @param governs what is judged under it; null of a draft, whose document says it
 */
@Schema(name = "PolicySummary")
public record PolicySummary(
    String id,
    String digest,
    Status status,
    Origin origin,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveUntil,
    @Nullable List<Governed> governs) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

  /** How it stands today. */
  @Schema(name = "PolicyStatus")
  public enum Status {
    /** Nobody confirmed it yet. */
    DRAFT,
    /** Its first day is still to come. */
    TO_COME,
    /** Requests that come today are judged under it. */
    IN_FORCE,
    /** Its time is over; cases that it analysed are still decided under it. */
    SUPERSEDED
  }

  /** Who put it in force, or proposes to. */
  @Schema(name = "PolicyOrigin")
  public enum Origin {
    /** The service was built with it. */
    DEPLOYMENT,
    /** One person proposed it, and another one confirms it. */
    TWO_PERSONS
  }

  static PolicySummary of(Policy policy, Policies among, boolean shipped, LocalDate today) {
    return new PolicySummary(
        policy.id(),
        policy.digest(),
        status(policy, among, today),
        shipped ? Origin.DEPLOYMENT : Origin.TWO_PERSONS,
        policy.effectiveFrom(),
        policy.effectiveUntil(),
        policy.governs());
  }

  static PolicySummary draft(PolicyRow row) {
    return new PolicySummary(
        row.id, row.digest, Status.DRAFT, Origin.TWO_PERSONS, row.effectiveFrom, null, null);
  }

  /** Reads a place in the list; empty if it is none. */
  public static Optional<String> place(String cursor) {
    return Cursors.read(cursor, ID).map(MatchResult::group);
  }

  String cursor() {
    return Cursors.write(id);
  }

  private static Status status(Policy policy, Policies among, LocalDate today) {
    if (policy.effectiveFrom().isAfter(today)) {
      return Status.TO_COME;
    }
    return among.governs(policy, today) ? Status.IN_FORCE : Status.SUPERSEDED;
  }
}
