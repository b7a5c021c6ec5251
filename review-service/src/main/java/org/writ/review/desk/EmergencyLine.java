package org.writ.review.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.writ.look.Words;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseView;

/** Something that is known about an emergency beside what the agency says. */
record EmergencyLine(String label, String value) {

  static List<EmergencyLine> of(Frame f, CaseView.Emergency e) {
    Words w = f.w();
    return List.of(
        new EmergencyLine(w.t("emergency.account"), w.t("time.days", e.accountAgeDays())),
        new EmergencyLine(w.t("emergency.domain"), yes(w, e.domainOnFile())),
        new EmergencyLine(w.t("emergency.domainAge"), days(w, e.domainAgeDays())),
        new EmergencyLine(
            w.t("emergency.domainRegistered"), days(w, e.domainRegistrationAgeDays())),
        new EmergencyLine(w.t("emergency.first"), yes(w, e.firstOfSender())),
        new EmergencyLine(w.t("emergency.day"), Integer.toString(e.emergenciesInDay())),
        new EmergencyLine(w.t("emergency.month"), Integer.toString(e.emergenciesInMonth())),
        new EmergencyLine(w.t("emergency.others"), Integer.toString(e.identifiersAskedByOthers())),
        new EmergencyLine(w.t("emergency.office"), yes(w, e.inOfficeHours())),
        new EmergencyLine(w.t("emergency.order"), f.moment(e.orderDueAt())));
  }

  private static String yes(Words w, @Nullable Boolean value) {
    return value == null ? w.t("unknown") : w.t(value ? "yes" : "no");
  }

  private static String days(Words w, @Nullable Integer days) {
    return days == null ? w.t("unknown") : w.t("time.days", days);
  }
}
