package org.writ.intake.agency;

import java.util.UUID;
import org.writ.eventlog.Actor;

/**
 * Another room that has to act in the same transaction when an agency is stopped or let go on.
 * Implemented by CDI beans.
 */
public interface SuspensionListener {

  /**
   * The agency can do nothing from now on. In the current transaction.
   *
   * @param agency its id
   * @param actor the operator
   * @param suspension id of the event
   * @return how many things were stopped
   */
  int suspended(String agency, Actor actor, UUID suspension);

  /**
   * The suspension ended. In the current transaction.
   *
   * @param agency its id
   * @param actor the operator who approved it
   * @param suspension id of the event that had suspended it
   * @return how many things go on
   */
  int reinstated(String agency, Actor actor, UUID suspension);

  /**
   * The agency can do nothing for ever, also if it was suspended before. In the current
   * transaction.
   *
   * @param agency its id
   * @param actor the operator
   * @param closure id of the event
   * @return how many things were ended
   */
  int closed(String agency, Actor actor, UUID closure);
}
