package org.writ.review.jurisdiction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.writ.events.review.Safeguards;
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
record SafeguardsBody(
    boolean escalation,
    List<String> refusedOffences,
    List<String> withoutDualCriminality,
    @Nullable Integer mostPeriodDays,
    @Nullable Integer mostItems,
    boolean refused,
    String reason) {

  private static final Set<String> OFFENCES =
      Set.of(
          "TERRORISM",
          "CHILD_SEXUAL_ABUSE",
          "DRUG_TRAFFICKING",
          "MONEY_LAUNDERING",
          "FRAUD",
          "CYBERCRIME",
          "VIOLENCE",
          "SPEECH",
          "OTHER");

  private static final Text REASON = Text.line(1_000);
  private static final int MOST_DAYS = 3_660;
  private static final int MOST_ITEMS = 1_000_000;

  static SafeguardsBody of(Safeguards safeguards) {
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
  static Reading<Safeguards> read(JsonNode body) {
    return Reading.of(body, members -> read(body, members));
  }

  private static @Nullable Safeguards read(JsonNode body, Members members) {
    Boolean escalation = members.flag("escalation");
    List<String> refusedOffences = offences(members, "refusedOffences");
    List<String> withoutDualCriminality = offences(members, "withoutDualCriminality");
    Integer mostPeriodDays = limit(body, members, "mostPeriodDays", MOST_DAYS);
    Integer mostItems = limit(body, members, "mostItems", MOST_ITEMS);
    Boolean refused = members.flag("refused");
    String reason = members.text("reason", REASON);
    return escalation == null || refused == null || reason == null
        ? null
        : new Safeguards(
            escalation,
            refusedOffences,
            withoutDualCriminality,
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

  private static List<String> offences(Members members, String name) {
    var offences = new ArrayList<String>();
    JsonNode array = members.optionalArray(name, OFFENCES.size());
    if (array == null) {
      return List.of();
    }
    for (JsonNode element : array) {
      String offence = element.asText();
      if (!element.isTextual() || !OFFENCES.contains(offence)) {
        members.fault(name, "must consist of categories of offences");
      } else if (offences.contains(offence)) {
        members.fault(name, "names " + offence + " twice");
      } else {
        offences.add(offence);
      }
    }
    return List.copyOf(offences);
  }
}
