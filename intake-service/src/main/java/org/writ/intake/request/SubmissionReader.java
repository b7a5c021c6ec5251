package org.writ.intake.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.writ.intake.agency.Countries;
import org.writ.intake.request.Submission.AuthorityType;
import org.writ.intake.request.Submission.IssuingAuthority;
import org.writ.intake.request.Submission.Offence;
import org.writ.intake.request.Submission.OffenceCategory;
import org.writ.intake.request.Submission.Officer;
import org.writ.intake.request.Submission.Process;
import org.writ.intake.request.Submission.Regime;
import org.writ.intake.request.Submission.UserNotice;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/**
 * Reads the body of {@code POST /v1/requests} and names everything that is wrong with it. Pure: the
 * same body, context and time always give the same.
 */
public final class SubmissionReader {

  /** The member that may be very long. */
  static final String ITEMS = "items";

  private static final Text NAME = Text.line(200);
  private static final Text COUNTRY = Text.line(2);
  private static final Text STATUTE = Text.line(500);
  private static final Text DESCRIPTION = Text.lines(10_000);
  private static final Text REASON = Text.lines(2_000);

  /**
   * What a body is read against.
   *
   * @param agencyCountry country that the agency is registered under
   * @param now when the body was received
   * @param maxItems number of items, at most
   */
  public record Context(String agencyCountry, Instant now, int maxItems) {}

  private final Context context;
  private final ItemsReader items;

  private SubmissionReader(Context context, ItemsReader items) {
    this.context = context;
    this.items = items;
  }

  /** Reads the body. */
  public static Reading<Submission> read(JsonNode tree, Context context) {
    var items = new ItemsReader(context);
    if (tree.path(ITEMS).isArray()) {
      tree.path(ITEMS).forEach(items::accept);
    }
    return read(tree, context, items);
  }

  /**
   * Reads a body whose items are read already.
   *
   * @param tree the body; in place of the array of items it may have an empty one
   * @param items has read all of them
   */
  static Reading<Submission> read(JsonNode tree, Context context, ItemsReader items) {
    var faults = new Faults();
    var body = Members.of(tree, "", faults);
    var submission =
        body == null ? null : new SubmissionReader(context, items).submission(body, faults);
    return faults.none() && submission != null
        ? new Reading.Sound<>(submission)
        : new Reading.Faulty<>(faults.all());
  }

  private @Nullable Submission submission(Members body, Faults faults) {
    var reference = body.text("reference", SubmissionRules.REFERENCE);
    var process = body.choice("process", EnumSet.complementOf(EnumSet.of(Process.UNSPECIFIED)));
    var regime = body.choice("regime", Regime.class);
    var authority = authority(body.object("issuingAuthority"));
    var issuedOn = issuedOn(body);
    var validUntil = validUntil(body, issuedOn);
    var offence = offence(body.object("offence"));
    var suspectConfirmed = body.flag("suspectConfirmed");
    var items = body.isArray(ITEMS, context.maxItems()) ? this.items.items(faults) : null;
    var officer = officer(body.object("officer"));
    var notice = notice(body.optionalObject("userNotice"));
    body.refuseOthers();
    if (reference == null
        || process == null
        || regime == null
        || authority == null
        || issuedOn == null
        || offence == null
        || suspectConfirmed == null
        || items == null
        || officer == null) {
      return null;
    }
    return new Submission(
        reference,
        process,
        regime,
        authority,
        issuedOn,
        validUntil,
        offence,
        suspectConfirmed,
        items,
        officer,
        notice);
  }

  private @Nullable IssuingAuthority authority(@Nullable Members authority) {
    if (authority == null) {
      return null;
    }
    var name = authority.text("name", NAME);
    var type =
        authority.choice("type", EnumSet.complementOf(EnumSet.of(AuthorityType.UNSPECIFIED)));
    var country = authority.text("country", COUNTRY);
    if (country != null
        && !Countries.isAssigned(country)
        && !country.equals(context.agencyCountry())) {
      authority.fault("country", "must be a country code of ISO 3166-1 alpha-2, such as DE");
    }
    authority.refuseOthers();
    return name == null || type == null || country == null
        ? null
        : new IssuingAuthority(name, type, country);
  }

  private @Nullable LocalDate issuedOn(Members body) {
    var issuedOn = body.date("issuedOn");
    if (issuedOn == null) {
      return null;
    }
    SubmissionRules.issuedOn(issuedOn, context.now())
        .forEach(fault -> body.fault("issuedOn", fault));
    return issuedOn;
  }

  private @Nullable LocalDate validUntil(Members body, @Nullable LocalDate issuedOn) {
    var validUntil = body.optionalDate("validUntil");
    if (validUntil == null) {
      return null;
    }
    SubmissionRules.validUntil(validUntil, issuedOn, context.now())
        .forEach(fault -> body.fault("validUntil", fault));
    return validUntil;
  }

  private @Nullable Offence offence(@Nullable Members offence) {
    if (offence == null) {
      return null;
    }
    var category =
        offence.choice("category", EnumSet.complementOf(EnumSet.of(OffenceCategory.UNSPECIFIED)));
    var statute = offence.text("statute", STATUTE);
    var description = offence.text("description", DESCRIPTION);
    offence.refuseOthers();
    return category == null || statute == null || description == null
        ? null
        : new Offence(category, statute, description);
  }

  private @Nullable Officer officer(@Nullable Members officer) {
    if (officer == null) {
      return null;
    }
    var name = officer.text("name", NAME);
    var email = officer.text("email", SubmissionRules.EMAIL);
    if (email != null) {
      SubmissionRules.emailSyntax(email).forEach(fault -> officer.fault("email", fault));
    }
    var phone = officer.text("phone", SubmissionRules.PHONE);
    if (phone != null) {
      SubmissionRules.phoneSyntax(phone).forEach(fault -> officer.fault("phone", fault));
    }
    officer.refuseOthers();
    return name == null || email == null || phone == null ? null : new Officer(name, email, phone);
  }

  private @Nullable UserNotice notice(@Nullable Members notice) {
    if (notice == null) {
      return null;
    }
    var delayUntil = notice.date("delayUntil");
    if (delayUntil != null) {
      if (delayUntil.isBefore(LocalDate.ofInstant(context.now(), ZoneOffset.UTC))) {
        notice.fault("delayUntil", "must not be in the past");
      }
      SubmissionRules.farAway(delayUntil, context.now())
          .forEach(fault -> notice.fault("delayUntil", fault));
    }
    var reason = notice.text("reason", REASON);
    notice.refuseOthers();
    return delayUntil == null || reason == null ? null : new UserNotice(delayUntil, reason);
  }
}
