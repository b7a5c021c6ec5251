package org.writ.review.casework;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.web.problem.Problems;

/**
 * Which cases of the queue are asked for.
 *
 * @param status null: those that wait, held or not
 * @param country the agency's; null: any
 * @param urgency null: any
 * @param orderOverdue whether only cases whose emergency's order is overdue; without a status these
 *     are shown decided or not
 * @param escalated whether only cases that have come to this step of escalation; null: any
 * @param dueSoon whether only cases of which less than half of the time to answer is left, or none
 * @param holder opaque id of the person who holds them; null: anybody or nobody
 * @param agency id of the agency, or part of its name; null: any
 */
public record QueueFilter(
    @Nullable CaseStatus status,
    @Nullable String country,
    @Nullable Urgency urgency,
    boolean orderOverdue,
    @Nullable EscalationStep escalated,
    boolean dueSoon,
    @Nullable String holder,
    @Nullable String agency) {

  /** All that wait. */
  public static final QueueFilter WAITING =
      new QueueFilter(null, null, null, false, null, false, null, null);

  /** What reviewers call {@link CaseStatus#AWAITING_SECOND_PERSON} for short. */
  private static final String SECOND_PERSON = "SECOND_PERSON";

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  /**
   * Reads the query's parameters.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if one is not understood
   */
  static QueueFilter parse(
      @Nullable String status,
      @Nullable String country,
      @Nullable String urgency,
      @Nullable String orderOverdue,
      @Nullable String escalated) {
    if (country != null && !COUNTRY.matcher(country).matches()) {
      throw Problems.invalid(
          "The query parameter country must be two capitals (ISO 3166-1 alpha-2).");
    }
    return new QueueFilter(
        SECOND_PERSON.equals(status)
            ? CaseStatus.AWAITING_SECOND_PERSON
            : choice("status", CaseStatus.class, status),
        country,
        choice("urgency", Urgency.class, urgency),
        flag("orderOverdue", orderOverdue),
        choice("escalated", EscalationStep.class, escalated),
        false,
        null,
        null);
  }

  private static boolean flag(String parameter, @Nullable String text) {
    return switch (text) {
      case null -> false;
      case "false" -> false;
      case "true" -> true;
      default ->
          throw Problems.invalid(
              "The query parameter %s must be true or false.".formatted(parameter));
    };
  }

  private static <E extends Enum<E>> @Nullable E choice(
      String parameter, Class<E> choices, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.invalid(
                    "The query parameter %s must be one of %s."
                        .formatted(parameter, Arrays.toString(choices.getEnumConstants()))));
  }
}
