package org.writ.eventlog.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Who is refused on every path of a service, whatever it is about. What is added to the OpenAPI
 * document is asked for here without anybody thinking of it. A service has a test class that
 * extends this one.
 */
public abstract class EveryPathRules {

  /** What is asked for where nothing matters but who asks. */
  protected static final Map<String, String> NOTHING = Map.of();

  private static final String PROBLEM = "application/problem+json";

  /** Tokens of the realm's roles, of one role each; that of nobody is in none. */
  private static final Map<String, Token> CALLERS =
      Map.of(
          "", () -> TestClient.ofThisTest().token(),
          "agency", () -> TestTokens.client("agency-in"),
          "reviewer", () -> TestTokens.person("rita"),
          "senior-reviewer", () -> TestTokens.person("sofia"),
          "moderator", () -> TestTokens.person("milo"),
          "ops", () -> TestTokens.person("olga"),
          "auditor", () -> TestTokens.person("ada"),
          "service", () -> TestTokens.client("service-review"),
          "platform", () -> TestTokens.client("platform"));

  private interface Token {
    String fetch();
  }

  @Test
  void everyPathIsForSomebody() {
    // When
    var operations = Operation.all();

    // Then
    assertThat(operations).isNotEmpty().allSatisfy(it -> assertThat(it.roles()).isNotEmpty());
    assertThat(CALLERS.keySet())
        .containsAll(operations.stream().flatMap(it -> it.roles().stream()).toList());
  }

  @Test
  void whoDoesNotSignInIsAskedToOnEveryPath() {
    requireOnEveryPath(401, it -> true, it -> it.call(given(), NOTHING));
  }

  @Test
  void tokenThatNobodyIssuedIsNoneOnAnyPath() {
    requireOnEveryPath(401, it -> true, it -> it.call(as("x.y.z"), NOTHING));
  }

  @Test
  void tokenThatWasChangedIsNoneOnAnyPath() {
    // Given
    String agency = TestTokens.client("agency-in");
    var claims = TestTokens.claims(agency);
    ((ArrayNode) claims.at("/realm_access/roles")).add("ops").add("auditor");
    String[] parts = agency.split("\\.");
    parts[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
    String changed = String.join(".", parts);

    // Then
    requireOnEveryPath(401, it -> true, it -> it.call(as(changed), NOTHING));
  }

  @Test
  void tokenOfAnotherRealmIsNoneOnAnyPath() {
    // Given
    String token = TestTokens.ofAnotherRealm();

    // Then
    requireOnEveryPath(401, it -> true, it -> it.call(as(token), NOTHING));
  }

  @Test
  void tokenThatHasExpiredIsNoneOnAnyPath() {
    // Given
    var expired = new TreeMap<String, String>();

    // Then
    requireOnEveryPath(
        401,
        it -> true,
        it ->
            it.call(
                as(expired.computeIfAbsent(it.roles().getFirst(), TestTokens::expired)), NOTHING));
  }

  @Test
  void whoIsInNoRoleOrInAnotherIsRefusedOnEveryPath() {
    CALLERS.forEach(
        (role, token) -> {
          String caller = token.fetch();
          requireOnEveryPath(403, it -> !it.isFor(role), it -> it.call(as(caller), NOTHING));
        });
  }

  /** Asks for everything, and names what was not answered with a problem of this status. */
  protected static void requireOnEveryPath(
      int status, Predicate<Operation> which, Function<Operation, Response> call) {
    requireOnEveryPath(status, "", which, call);
  }

  /**
   * Asks for everything, and names what was not answered with a problem of this status.
   *
   * @param said what the problem's detail has to contain
   */
  public static void requireOnEveryPath(
      int status, String said, Predicate<Operation> which, Function<Operation, Response> call) {
    var asked = Operation.all().stream().filter(which).toList();
    assertThat(asked).isNotEmpty();
    var others = new TreeMap<String, String>();
    for (Operation operation : asked) {
      Response answer = call.apply(operation);
      boolean challenged = status != 401 || "Bearer".equals(answer.header("WWW-Authenticate"));
      if (answer.statusCode() != status
          || !challenged
          || !PROBLEM.equals(answer.contentType())
          || !answer.<String>path("detail").contains(said)) {
        others.put(operation.toString(), answer.statusCode() + " " + answer.asString());
      }
    }
    assertThat(others).isEmpty();
  }

  /** A caller with a token. */
  protected static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }
}
