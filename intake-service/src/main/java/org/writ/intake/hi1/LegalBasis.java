package org.writ.intake.hi1;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.writ.intake.request.Submission.Process;
import org.writ.intake.request.Submission.Regime;

/**
 * What an Authorisation says about the law that it rests on. Pure. What it does not say is not made
 * up: the process is then {@code UNSPECIFIED}, and the reviewers have to ask.
 *
 * <p>Known legal types: ETSI's {@code EPOCLegalType} with {@code EPOC} and {@code EPOCPR}
 * (Regulation (EU) 2023/1543), and {@code writ}'s {@code LegalType} with the names of native
 * processes, such as {@code COURT_ORDER}.
 *
 * @param process the legal process
 * @param regime the law that it is used under
 */
record LegalBasis(Process process, Regime regime) {

  private static final String EMERGENCY = "ETSI IsEmergency";
  private static final String SUSPECT = "writ SuspectConfirmed";

  /** The flags of an Authorisation that are served. */
  static final Set<String> FLAGS = Set.of(EMERGENCY, SUSPECT);

  private static final String LEGAL_TYPE = "auth:AuthorisationLegalType";

  /** The basis of an order whose tasks are of one type. */
  static LegalBasis of(HandoverObject authorisation, ObjectType tasks) {
    boolean european = european(authorisation).isPresent();
    var regime = european ? Regime.EU_E_EVIDENCE : Regime.NATIONAL;
    if (tasks == ObjectType.LP_TASK) {
      return new LegalBasis(Process.PRESERVATION_ORDER, regime);
    }
    if (isEmergency(authorisation)) {
      return new LegalBasis(Process.EMERGENCY, regime);
    }
    return new LegalBasis(
        european ? Process.PRODUCTION_ORDER : named(authorisation).orElse(Process.UNSPECIFIED),
        regime);
  }

  /** Whether an Authorisation allows tasks of a type: a preservation order discloses nothing. */
  static boolean allows(HandoverObject authorisation, ObjectType tasks) {
    var european = european(authorisation);
    if (european.isPresent()) {
      return tasks == (european.get().equals("EPOC") ? ObjectType.LD_TASK : ObjectType.LP_TASK);
    }
    return named(authorisation)
        .map(process -> (process == Process.PRESERVATION_ORDER) == (tasks == ObjectType.LP_TASK))
        .orElse(true);
  }

  /** Whether it claims an emergency. */
  static boolean isEmergency(HandoverObject authorisation) {
    return flags(authorisation).contains(EMERGENCY);
  }

  /** Whether the agency says that who is asked about is a suspect of what is investigated. */
  static boolean isSuspectConfirmed(HandoverObject authorisation) {
    return flags(authorisation).contains(SUSPECT);
  }

  /** Its flags. */
  static List<String> flags(HandoverObject authorisation) {
    return authorisation.flags("auth:AuthorisationFlags", "auth:AuthorisationFlag");
  }

  private static Optional<String> european(HandoverObject authorisation) {
    return authorisation
        .text(LEGAL_TYPE, "common:Value")
        .filter(value -> value.equals("EPOC") || value.equals("EPOCPR"))
        .filter(
            value ->
                authorisation
                    .text(LEGAL_TYPE, "common:Owner")
                    .filter(Terms.ETSI::equals)
                    .isPresent());
  }

  private static Optional<Process> named(HandoverObject authorisation) {
    return authorisation
        .text(LEGAL_TYPE, "common:Value")
        .filter(
            value ->
                authorisation
                    .text(LEGAL_TYPE, "common:Owner")
                    .filter(Terms.WRIT::equals)
                    .isPresent())
        .flatMap(
            value ->
                List.of(Process.values()).stream()
                    .filter(process -> process.name().equals(value))
                    .findFirst());
  }
}
