package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change that an owner wants: the members that are sent take the place of those that are kept,
 * the others stay. Pure.
 *
 * <p>An Authorisation can be changed until its first task comes: from then on it is a request that
 * people review. After that it can be cancelled, be given another ExternalIdentifier, and have data
 * that is preserved kept for longer.
 */
final class ObjectUpdate {

  /** What an owner's own system may change at any time. */
  private static final Set<String> ALWAYS = Set.of("ExternalIdentifier");

  private final Known before;
  private final HandoverObject changes;
  private final HandoverRules.Context context;
  private final HandoverObject merged;

  ObjectUpdate(Known before, HandoverObject changes, HandoverRules.Context context) {
    this.before = before;
    this.changes = changes;
    this.context = context;
    this.merged = merge();
  }

  /** The object afterwards. */
  HandoverObject merged() {
    return merged;
  }

  /** Whether the owner takes it back. */
  boolean cancels() {
    return changes.desiredStatus().filter(HandoverRules.CANCELLED::equals).isPresent();
  }

  /** Until when the owner wants preserved data to be kept; empty if that is not changed. */
  Optional<Instant> extension() {
    return before.standing() != null && changed().contains(PreservationWish.MEMBER)
        ? PreservationWish.of(changes)
        : Optional.empty();
  }

  /** Why the change is refused; null if it is not. */
  @Nullable Refusal refusal() {
    if (changes.type() != before.object().type()) {
      return ErrorCode.IMPROPER_VALUE.with("@xsi:type: the object is of another type");
    }
    if (ObjectRules.saysWhatBecameOfIt(changes)) {
      return ErrorCode.STATUS_SET_BY_SENDER.with(
          PackageAcknowledgement.STATUS + ": is set by the receiver of a delivery");
    }
    Long seen = changes.generation();
    if (seen != null && seen != before.generation()) {
      return ErrorCode.STALE_GENERATION.with(
          "Generation: the object has changed; it is " + before.generation() + " now");
    }
    var status = before.status();
    if (status != null && status.isFinal()) {
      return ErrorCode.FINAL_STATE.with("ObjectIdentifier: the object is in a final state");
    }
    return cancels() ? cancellation() : change();
  }

  private @Nullable Refusal cancellation() {
    if (before.object().type().isTask() && before.tasks() > 1) {
      return ErrorCode.NOT_SUPPORTED.with(
          "task:DesiredStatus: one of several tasks cannot be taken back; cancel the"
              + " Authorisation");
    }
    var standing = before.standing();
    if (standing != null && standing.delivery() != null) {
      return ErrorCode.FINAL_STATE.with("DesiredStatus: the data is disclosed already");
    }
    return onlyChanges(Set.of(before.object().type().desiredStatusMember()));
  }

  private @Nullable Refusal change() {
    if (before.object().type() == ObjectType.AUTHORISATION && before.standing() == null) {
      return first(
          ObjectRules.common(unversioned(), context.sender()),
          ObjectRules.authorisation(merged, context));
    }
    var standing = before.standing();
    var wish = extension();
    if (standing == null || wish.isEmpty()) {
      return onlyChanges(Set.of());
    }
    return first(
        PreservationWish.refusal(wish.get(), standing),
        onlyChanges(Set.of(PreservationWish.MEMBER)));
  }

  private @Nullable Refusal onlyChanges(Set<String> allowed) {
    for (String name : changed()) {
      if (!allowed.contains(name) && !ALWAYS.contains(name)) {
        return ErrorCode.IMPROPER_VALUE.with(name + ": cannot be changed any more");
      }
    }
    return null;
  }

  private Set<String> changed() {
    var names = new HashSet<String>();
    for (var member : merged.members().properties()) {
      if (!member.getValue().equals(before.object().members().get(member.getKey()))) {
        names.add(member.getKey());
      }
    }
    return names;
  }

  /** The generation was compared with what is kept; for a new object it would have to be 1. */
  private HandoverObject unversioned() {
    ObjectNode members = changes.members().deepCopy();
    members.remove("Generation");
    return new HandoverObject(changes.type(), members);
  }

  private HandoverObject merge() {
    ObjectNode members = before.object().members().deepCopy();
    for (var member : changes.members().properties()) {
      JsonNode value = member.getValue();
      members.set(member.getKey(), value);
    }
    return ObjectRules.owned(new HandoverObject(before.object().type(), members), context.sender());
  }

  private static @Nullable Refusal first(@Nullable Refusal first, @Nullable Refusal second) {
    return first == null ? second : first;
  }
}
