package org.writ.intake.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.writ.eventlog.Actor;
import org.writ.eventlog.Ids;
import org.writ.intake.agency.Agency;
import org.writ.intake.fingerprint.Fingerprints;
import org.writ.web.problem.Fault;
import org.writ.web.problem.Problems;
import org.writ.web.problem.Reading;
import org.writ.web.problem.StreamedJson;

/**
 * Where every request comes in, whichever way it came. The agency that is given must be one that
 * may submit; who calls answers for that.
 */
@ApplicationScoped
public class SubmissionDesk {

  private final SubmitRequest submitRequest;
  private final Fingerprints fingerprints;
  private final ObjectMapper json;
  private final Clock clock;
  private final Ids ids;
  private final int maxItems;

  SubmissionDesk(
      SubmitRequest submitRequest,
      Fingerprints fingerprints,
      ObjectMapper json,
      Clock clock,
      Ids ids,
      @ConfigProperty(name = "writ.requests.max-items") int maxItems) {
    this.submitRequest = submitRequest;
    this.fingerprints = fingerprints;
    this.json = json;
    this.clock = clock;
    this.ids = ids;
    this.maxItems = maxItems;
  }

  /**
   * A submission that is read and not yet accepted.
   *
   * @param content what it says
   * @param digest SHA-256 (hex) of it in a canonical form: the same for a repetition, however it is
   *     written
   * @param key what the agency calls it
   * @param channel how it came
   */
  public record Filled(Submission content, String digest, IdempotencyKey key, Channel channel) {}

  /**
   * Reads a submission and names everything that is wrong with it.
   *
   * @param tree the body of {@code POST /v1/requests}
   */
  public Reading<Submission> read(Agency agency, JsonNode tree) {
    return SubmissionReader.read(tree, context(agency));
  }

  /**
   * Reads a submission and accepts it; returns once it is committed. A repetition gets the same
   * answer.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 that names every fault, or if the key
   *     was used for another submission; 409 if that can no longer be told
   */
  public Acceptance submit(
      Agency agency, JsonNode tree, IdempotencyKey key, Channel channel, Actor actor) {
    return submit(
        agency,
        read(agency, tree),
        SubmissionDigest.of(json, tree),
        channel,
        new Naming(key, actor));
  }

  /**
   * Reads a submission item by item and accepts it; returns once it is committed. A repetition gets
   * the same answer.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem as above, and 400 if the body is not JSON,
   *     413 if it is too long
   */
  Acceptance submit(Agency agency, InputStream body, StreamedJson.Bounds bounds, Naming naming) {
    var read = StreamedSubmission.read(json, body, bounds, context(agency));
    return submit(agency, read.content(), read.digest(), Channel.API, naming);
  }

  /**
   * The answer that a body got before, of an agency that may submit nothing new.
   *
   * @return empty if it was not accepted with this key
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the body is not JSON, 413 if it is
   *     too long
   */
  Optional<Acceptance> answered(
      String agency, InputStream body, StreamedJson.Bounds bounds, IdempotencyKey key) {
    var digest = new SubmissionDigest(json);
    var rest = StreamedJson.read(json, body, bounds, SubmissionReader.ITEMS, digest::accept);
    return answered(agency, key, digest.of(rest));
  }

  private Optional<Acceptance> answered(String agency, IdempotencyKey key, String digest) {
    return submitRequest.answered(fingerprints.idempotencyKey(agency, key.value()), digest);
  }

  /**
   * Who submits, and what they call it.
   *
   * @param key the agency's name for the submission
   * @param actor who acts for the agency
   */
  record Naming(IdempotencyKey key, Actor actor) {}

  /** What was accepted once has its answer, also when a day that it names has passed. */
  private Acceptance submit(
      Agency agency, Reading<Submission> read, String digest, Channel channel, Naming naming) {
    return switch (read) {
      case Reading.Sound<Submission>(Submission content) ->
          submit(agency, new Filled(content, digest, naming.key(), channel), naming.actor());
      case Reading.Faulty<Submission>(List<Fault> faults) ->
          answered(agency.id(), naming.key(), digest).orElseThrow(() -> Problems.invalid(faults));
    };
  }

  private SubmissionReader.Context context(Agency agency) {
    return new SubmissionReader.Context(agency.registration().country(), clock.instant(), maxItems);
  }

  /**
   * Accepts a submission; returns once it is committed. A repetition gets the same answer.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if the key was used for another
   *     submission, 409 if that can no longer be told
   */
  public Acceptance submit(Agency agency, Filled filled, Actor actor) {
    return submitRequest.submit(request(agency, filled), actor);
  }

  /**
   * The same in the current transaction, with ids that were promised to the agency before. If
   * another submission for the same order commits first, the transaction fails because of a
   * duplicate (see {@link org.writ.eventlog.Jdbc#isDuplicate}), and is to be run again.
   *
   * @param requestId of the request, whose case has its key already
   * @param itemIds an id for each item, in order
   */
  public void submitReserved(
      String requestId, List<String> itemIds, Agency agency, Filled filled, Actor actor) {
    submitRequest.submitReserved(requestId, request(agency, filled, itemIds), actor);
  }

  private NewRequest request(Agency agency, Filled filled) {
    return request(
        agency,
        filled,
        filled.content().items().stream().map(item -> ids.next().toString()).toList());
  }

  private NewRequest request(Agency agency, Filled filled, List<String> itemIds) {
    var submission = filled.content();
    return new NewRequest(
        agency,
        submission,
        itemIds,
        NewRequest.Prints.of(fingerprints, agency.id(), submission, filled.key()),
        filled.digest(),
        filled.channel());
  }
}
