package org.writ.review.jurisdiction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.Safeguards;
import org.writ.review.vocabulary.Vocabulary;
import org.writ.web.problem.Members;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/**
 * Safeguards as they are sent and shown.
 *
 * @param escalation whether a senior reviewer and counsel see every request
 * @param refusedOffences categories of offences that are refused: about what was said or thought
 * @param withoutDualCriminality categories of offences that are none elsewhere
 * @param mostPeriodDays longest period of an item that is not read narrowly; null: the policy's
 * @param mostItems most items of a request that is not read narrowly; null: the policy's
 * @param refused whether every request is refused
 * @param reason why, as agencies and the public are told
 */
@Schema(name = "Safeguards")
public record SafeguardsBody(
    boolean escalation,
    List<String> refusedOffences,
    List<String> withoutDualCriminality,
    @Nullable Integer mostPeriodDays,
    @Nullable Integer mostItems,
    boolean refused,
    String reason) {

  private static final Text REASON = Text.line(1_000);
  private static final int MOST_DAYS = 3_660;
  private static final int MOST_ITEMS = 1_000_000;

  public static SafeguardsBody of(Safeguards safeguards) {
    return new SafeguardsBody(
        safeguards.getEscalation(),
        safeguards.getRefusedOffences(),
        safeguards.getWithoutDualCriminality(),
        safeguards.getMostPeriodDays(),
        safeguards.getMostItems(),
        safeguards.getRefused(),
        safeguards.getReason());
  }

  /** Reads a body; every member but the limits has to be there. */
  public static Reading<Safeguards> read(JsonNode body) {
    return Reading.of(body, members -> read(body, members));
  }

  private static @Nullable Safeguards read(JsonNode body, Members members) {
    Boolean escalation = members.flag("escalation");
    Set<String> refusedOffences = Vocabulary.OFFENCES.any(members, "refusedOffences");
    Set<String> withoutDualCriminality = Vocabulary.OFFENCES.any(members, "withoutDualCriminality");
    Integer mostPeriodDays = limit(body, members, "mostPeriodDays", MOST_DAYS);
    Integer mostItems = limit(body, members, "mostItems", MOST_ITEMS);
    Boolean refused = members.flag("refused");
    String reason = members.text("reason", REASON);
    return escalation == null || refused == null || reason == null
        ? null
        : new Safeguards(
            escalation,
            List.copyOf(refusedOffences),
            List.copyOf(withoutDualCriminality),
            mostPeriodDays,
            mostItems,
            refused,
            reason);
  }

  private static @Nullable Integer limit(JsonNode body, Members members, String name, int most) {
    // Asked for in any case, so that null is no unknown member.
    return body.path(name).isNull() || body.path(name).isMissingNode()
        ? none(members, name)
        : members.whole(name, 1, most);
  }

  private static @Nullable Integer none(Members members, String name) {
    members.optionalText(name, REASON);
    return null;
  }
}
