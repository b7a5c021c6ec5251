package org.writ.intake.hi1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One action of a request message. */
sealed interface Action {

  /** ActionIdentifier. */
  int id();

  /** What it does. */
  Verb verb();

  /** ObjectIdentifier of the object that it is about; null if it is about none. */
  default @Nullable String objectId() {
    return null;
  }

  /** Reads an object. */
  record Get(int id, String objectId) implements Action {
    @Override
    public Verb verb() {
      return Verb.GET;
    }
  }

  /** Creates an object. */
  record Create(int id, HandoverObject object) implements Action {
    @Override
    public Verb verb() {
      return Verb.CREATE;
    }

    @Override
    public String objectId() {
      return object.id();
    }
  }

  /** Changes an object. */
  record Update(int id, HandoverObject object) implements Action {
    @Override
    public Verb verb() {
      return Verb.UPDATE;
    }

    @Override
    public String objectId() {
      return object.id();
    }
  }

  /**
   * Lists the sender's objects and those that are for it.
   *
   * @param type of these only; null: of all
   * @param changedSince changed at this time or later; null: whenever
   * @param changedUntil changed at this time or before; null: until now
   * @param maximum objects, at most; null: as many as are answered
   * @param status with this status only; null: any
   * @param country whose owner is of this country; null: any
   */
  record ListObjects(
      int id,
      @Nullable ObjectType type,
      @Nullable Instant changedSince,
      @Nullable Instant changedUntil,
      @Nullable Integer maximum,
      @Nullable String status,
      @Nullable String country)
      implements Action {
    @Override
    public Verb verb() {
      return Verb.LIST;
    }
  }

  /** Hands over an object with content. */
  record Deliver(int id, String objectId, HandoverObject object) implements Action {
    @Override
    public Verb verb() {
      return Verb.DELIVER;
    }
  }

  /** Asks what is served here. */
  record GetConfig(int id) implements Action {
    @Override
    public Verb verb() {
      return Verb.GETCSPCONFIG;
    }
  }

  /**
   * An action that can be read and is refused whatever is known here.
   *
   * @param verb what it wanted to do
   * @param objectId the object that it is about; null if it is about none, or that cannot be told
   * @param refusal why
   */
  record Faulty(int id, Verb verb, @Nullable String objectId, Refusal refusal) implements Action {}
}
