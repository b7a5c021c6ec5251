package org.writ.eventlog.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A client that the demo realm does not have. It is made for the one token that it gives, and gone
 * afterwards, so that tests leave nothing behind; the token stays good as long as it says.
 *
 * @param id the claim {@code azp}; no client of the realm has it
 * @param role of the realm; empty for none
 * @param claims further ones of the token, by name
 * @param lifespan how long the token is good for, in whole seconds
 */
public record TestClient(String id, String role, Map<String, JsonNode> claims, Duration lifespan) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "secret";
  private static final String OPENID = "openid-connect";
  private static final Duration USUAL = Duration.ofMinutes(10);

  /** Keeps a copy. */
  public TestClient {
    claims = Map.copyOf(claims);
  }

  /** A client of this id, in no role. */
  public static TestClient named(String id) {
    return new TestClient(id, "", Map.of(), USUAL);
  }

  /** A client that no other test has, in no role. */
  public static TestClient ofThisTest() {
    return named("test-" + UUID.randomUUID());
  }

  /** The same in a role of the realm. */
  public TestClient in(String ofRealm) {
    return new TestClient(id, ofRealm, claims, lifespan);
  }

  /** The same whose tokens say something more. */
  public TestClient claiming(String name, String text) {
    return claiming(name, TextNode.valueOf(text));
  }

  /** The same whose tokens are bound to the certificate of this thumbprint (RFC 8705). */
  public TestClient boundTo(String thumbprint) {
    return claiming("cnf", JSON.createObjectNode().put("x5t#S256", thumbprint));
  }

  /** The same whose tokens say something more. */
  public TestClient claiming(String name, JsonNode value) {
    var more = new TreeMap<>(claims);
    more.put(name, value);
    return new TestClient(id, role, more, lifespan);
  }

  /** The same whose tokens are good for so long. */
  public TestClient lasting(Duration seconds) {
    return new TestClient(id, role, claims, seconds);
  }

  /** A token of it. */
  public String token() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String administrator = "Bearer " + TestTokens.administrator();
      var made =
          http.send(
              HttpRequest.newBuilder(clients())
                  .header("Authorization", administrator)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(description()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      URI client =
          made.headers()
              .firstValue("Location")
              .map(URI::create)
              .orElseThrow(() -> new IllegalStateException("No client: " + made.body()));
      try {
        return TestTokens.client(id, SECRET);
      } finally {
        http.send(
            HttpRequest.newBuilder(client).header("Authorization", administrator).DELETE().build(),
            HttpResponse.BodyHandlers.discarding());
      }
    } catch (IOException failure) {
      throw new IllegalStateException("No identity provider for the tests", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static URI clients() {
    String realm = TestStack.issuer();
    return URI.create(realm.replace("/realms/", "/admin/realms/") + "/clients");
  }

  private String description() {
    var client = JSON.createObjectNode();
    client
        .put("clientId", id)
        .put("protocol", OPENID)
        .put("publicClient", false)
        .put("secret", SECRET)
        .put("serviceAccountsEnabled", true)
        .put("standardFlowEnabled", false);
    // Not acr, which would say how the client signed in.
    client.putArray("defaultClientScopes").add("basic").add("roles");
    client.putObject("attributes").put("access.token.lifespan", "" + lifespan.toSeconds());
    var mappers = client.putArray("protocolMappers");
    if (!role.isEmpty()) {
      mapper(mappers.addObject(), "role", "oidc-hardcoded-role-mapper").put("role", role);
    }
    claims.forEach(
        (name, value) ->
            mapper(mappers.addObject(), name, "oidc-hardcoded-claim-mapper")
                .put("claim.name", name)
                .put("claim.value", value.isTextual() ? value.textValue() : value.toString())
                .put("jsonType.label", value.isTextual() ? "String" : "JSON")
                .put("access.token.claim", "true"));
    return client.toString();
  }

  private static ObjectNode mapper(ObjectNode mapper, String name, String kind) {
    mapper.put("name", name).put("protocol", OPENID).put("protocolMapper", kind);
    return mapper.putObject("config");
  }
}
