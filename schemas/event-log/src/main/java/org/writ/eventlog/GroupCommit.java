package org.writ.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the commands of many callers in one transaction. Making a commit durable costs the database
 * about the same for one command as for a hundred; so those that come while a commit is under way
 * wait, and are committed together after it. Nothing is delayed to fill a group: who comes alone is
 * committed alone, at once.
 *
 * <h2>Failure</h2>
 *
 * If the transaction of a group fails, each of its commands is tried again in a transaction of its
 * own, so that a bad one fails alone. If the database cannot be reached, all of them fail at once.
 * A caller learns of a success only after the commit. When a commit's outcome is unknown, the
 * caller sees a failure, and what was committed is there: commands need a key by which a repetition
 * is recognised.
 *
 * <h2>Thread safety</h2>
 *
 * Thread-safe. The work is called by one thread per committer.
 *
 * @param <C> a command
 * @param <A> its answer
 */
public final class GroupCommit<C, A> {

  /** What a group of commands does, in one transaction. */
  public interface Work<C, A> {

    /**
     * Does all of it, or throws. Called again with the same commands if the transaction conflicts
     * with another one, and with single ones if it fails.
     *
     * @return an outcome for each command, in order
     */
    List<Outcome<A>> on(List<C> commands);
  }

  /** What became of one command of a group that is committed. */
  public sealed interface Outcome<A> {

    /** It was done. */
    record Done<A>(A answer) implements Outcome<A> {}

    /** It was refused and changed nothing; the others of its group stand. */
    record Refused<A>(RuntimeException reason) implements Outcome<A> {}
  }

  /** More callers wait than may: nothing was done, and the same may succeed in a moment. */
  public static final class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overloaded(String name, int waiting) {
      super("%s: %d commands wait already".formatted(name, waiting));
    }
  }

  /**
   * How many are committed together, and how many may wait.
   *
   * @param group commands in one transaction, at most
   * @param waiting commands that wait for their turn, at most
   */
  public record Bounds(int group, int waiting) {}

  private record Waiting<C, A>(C command, CompletableFuture<A> answer) {}

  private static final Logger LOG = Logger.getLogger(GroupCommit.class);

  private final String name;
  private final Bounds bounds;
  private final Transactions transactions;
  private final Work<C, A> work;
  private final BlockingQueue<Waiting<C, A>> queue;
  private @Nullable Thread committer;
  private boolean stopped;

  /**
   * Not yet started.
   *
   * @param name for the thread and the log
   */
  public GroupCommit(String name, Bounds bounds, Transactions transactions, Work<C, A> work) {
    this.name = name;
    this.bounds = bounds;
    this.transactions = transactions;
    this.work = work;
    this.queue = new ArrayBlockingQueue<>(bounds.waiting());
  }

  /**
   * Commits a command together with those of others.
   *
   * @return its answer, committed
   * @throws Overloaded if too many wait already
   * @throws RuntimeException what it was refused with or what failed
   */
  public A together(C command) {
    var waiting = new Waiting<C, A>(command, new CompletableFuture<>());
    if (!isRunning() || !queue.offer(waiting)) {
      throw new Overloaded(name, queue.size());
    }
    // Nobody takes it any more if the committer was stopped meanwhile.
    if (!isRunning() && queue.remove(waiting)) {
      throw new Overloaded(name, queue.size());
    }
    try {
      return waiting.answer().join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  /**
   * Runs a command in a transaction of its own on the caller's thread, for what is too large to
   * keep others waiting.
   *
   * @return its answer, committed
   * @throws RuntimeException what it was refused with or what failed
   */
  public A alone(C command) {
    return switch (transactions.call(() -> run(List.of(command))).getFirst()) {
      case Outcome.Done<A> done -> done.answer();
      case Outcome.Refused<A> refused -> throw refused.reason();
    };
  }

  private List<Outcome<A>> run(List<C> commands) {
    List<Outcome<A>> outcomes = work.on(commands);
    if (outcomes.size() != commands.size()) {
      throw new IllegalStateException(
          "%d outcomes of %d commands".formatted(outcomes.size(), commands.size()));
    }
    return outcomes;
  }

  /** Commands that wait for their turn; those that are being committed are none of them. */
  public int waiting() {
    return queue.size();
  }

  /** Starts with the first command, so that a service that has none has no thread for them. */
  private synchronized boolean isRunning() {
    if (committer == null && !stopped) {
      committer = Thread.ofPlatform().name("writ-" + name).daemon().start(this::commitGroups);
    }
    return !stopped;
  }

  /** Takes no more commands; those that wait already fail. */
  public synchronized void stop() {
    stopped = true;
    if (committer != null) {
      committer.interrupt();
    }
  }

  private void commitGroups() {
    var group = new ArrayList<Waiting<C, A>>(bounds.group());
    try {
      while (!Thread.interrupted()) {
        group.add(queue.take());
        queue.drainTo(group, bounds.group() - 1);
        commit(group);
        group.clear();
      }
    } catch (InterruptedException end) {
      LOG.debugf("Committer ends, committer=%s", name);
    }
    queue.drainTo(group);
    group.forEach(one -> one.answer().completeExceptionally(new Overloaded(name, group.size())));
  }

  private void commit(List<Waiting<C, A>> group) {
    try {
      List<C> commands = group.stream().map(Waiting::command).toList();
      List<Outcome<A>> outcomes = transactions.call(() -> run(commands));
      for (int index = 0; index < outcomes.size(); index++) {
        answer(group.get(index).answer(), outcomes.get(index));
      }
    } catch (RuntimeException | Error failure) {
      if (group.size() == 1 || Transactions.isUnavailable(failure)) {
        group.forEach(one -> one.answer().completeExceptionally(failure));
      } else {
        LOG.debugf("Group fails and is tried one by one, committer=%s size=%d", name, group.size());
        group.forEach(one -> commit(List.of(one)));
      }
    }
  }

  private static <A> void answer(CompletableFuture<A> caller, Outcome<A> outcome) {
    switch (outcome) {
      case Outcome.Done<A> done -> caller.complete(done.answer());
      case Outcome.Refused<A> refused -> caller.completeExceptionally(refused.reason());
    }
  }
}
