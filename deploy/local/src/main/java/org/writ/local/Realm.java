package org.writ.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The realm of this machine: the clients, people and roles of the demo, as Keycloak imports them.
 *
 * <p>Everybody's id is derived from the name, so that an actor in the log stays the same person
 * when the realm is made anew.
 */
final class Realm {

  static final String NAME = "writ";

  /** How long an access token is good for: long enough to read on while one types. */
  static final Duration TOKEN_LIFE = Duration.ofMinutes(30);

  static final List<String> ROLES =
      List.of(
          "agency",
          "reviewer",
          "senior-reviewer",
          "moderator",
          "ops",
          "auditor",
          "service",
          "platform");

  /**
   * A client that signs in as itself.
   *
   * @param id the client's id
   * @param role the realm role of its service account
   */
  record Client(String id, String role) {}

  /**
   * A person, whose password is the name.
   *
   * @param name the user name
   * @param familyName made up; Keycloak asks for one
   * @param role the realm role
   * @param agency the agency that the person works for, as the claim {@code agency}; empty for none
   */
  record Person(String name, String familyName, String role, String agency) {}

  /**
   * {@code agency-zz} may sign in, and nobody has registered it: for trying out how agencies come.
   */
  static final List<Client> CLIENTS =
      List.of(
          new Client("agency-de", "agency"),
          new Client("agency-fr", "agency"),
          new Client("agency-in", "agency"),
          new Client("agency-xx", "agency"),
          new Client("agency-zz", "agency"),
          new Client("service-intake", "service"),
          new Client("service-review", "service"),
          new Client("service-disclosure", "service"),
          new Client("service-transparency", "service"),
          new Client("platform", "platform"));

  static final List<Person> PEOPLE =
      List.of(
          new Person("rita", "Reviewer", "reviewer", ""),
          new Person("raj", "Reviewer", "reviewer", ""),
          new Person("sofia", "Senior", "senior-reviewer", ""),
          new Person("milo", "Moderator", "moderator", ""),
          new Person("olga", "Operator", "ops", ""),
          new Person("otto", "Operator", "ops", ""),
          new Person("ada", "Auditor", "auditor", ""),
          new Person("dora", "Officer", "agency", "agency-de"),
          new Person("zoe", "Officer", "agency", "agency-zz"));

  /**
   * A client that has no secret: it signs its assertions (private_key_jwt, RFC 7523) with the key
   * of the agency's certificate, and its tokens name the agency.
   */
  static final String KEY_CLIENT = "agency-de-jwt";

  /** The agency that {@link #KEY_CLIENT} acts for. */
  static final String KEY_AGENCY = "agency-de";

  private final Supplier<String> certificate;

  /**
   * A realm.
   *
   * @param certificate of {@link #KEY_AGENCY}, PEM; asked for when the realm is described
   */
  Realm(Supplier<String> certificate) {
    this.certificate = certificate;
  }

  /** The secret of a client. */
  static String secret(String client) {
    return "secret-" + client;
  }

  /** The {@code sub} of a person or of a client's service account. */
  static UUID subject(String name) {
    return UUID.nameUUIDFromBytes(("writ demo " + name).getBytes(StandardCharsets.UTF_8));
  }

  /** The realm in Keycloak's import format. The same on every call. */
  String json() {
    ObjectNode realm = Http.JSON.createObjectNode();
    realm.put("realm", NAME).put("displayName", "Writ").put("enabled", true);
    realm.put("sslRequired", "external");
    realm.put("accessTokenLifespan", TOKEN_LIFE.toSeconds());
    realm.put("ssoSessionIdleTimeout", Duration.ofHours(10).toSeconds());
    realm.put("ssoSessionMaxLifespan", Duration.ofHours(10).toSeconds());
    allowAttributes(realm);
    ArrayNode roles = realm.putObject("roles").putArray("realm");
    ROLES.forEach(role -> roles.addObject().put("name", role));
    ArrayNode clients = realm.putArray("clients");
    CLIENTS.forEach(client -> clients.add(clientJson(client)));
    clients.add(keyClient());
    clients.add(cli());
    clients.add(pages());
    ArrayNode users = realm.putArray("users");
    CLIENTS.forEach(client -> users.add(serviceAccount(client)));
    users.add(serviceAccount(new Client(KEY_CLIENT, "agency")));
    PEOPLE.forEach(person -> users.add(personJson(person)));
    try {
      return Http.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  // Keycloak drops an attribute that its user profile does not know, unless the profile says
  // otherwise.
  private static void allowAttributes(ObjectNode realm) {
    String profile =
        """
        {"unmanagedAttributePolicy":"ADMIN_EDIT","attributes":[
          {"name":"username"},{"name":"email"},{"name":"firstName"},{"name":"lastName"}]}
        """;
    realm
        .putObject("components")
        .putArray("org.keycloak.userprofile.UserProfileProvider")
        .addObject()
        .put("providerId", "declarative-user-profile")
        .putObject("config")
        .putArray("kc.user.profile.config")
        .add(profile.strip());
  }

  private static ObjectNode clientJson(Client client) {
    return Http.JSON
        .createObjectNode()
        .put("clientId", client.id())
        .put("enabled", true)
        .put("protocol", "openid-connect")
        .put("publicClient", false)
        .put("secret", secret(client.id()))
        .put("serviceAccountsEnabled", true)
        .put("standardFlowEnabled", false)
        .put("directAccessGrantsEnabled", false);
  }

  private ObjectNode keyClient() {
    ObjectNode client = clientJson(new Client(KEY_CLIENT, "agency"));
    client.remove("secret");
    client.put("clientAuthenticatorType", "client-jwt");
    client
        .putObject("attributes")
        .put(
            "jwt.credential.certificate",
            certificate.get().replaceAll("-----[A-Z ]+-----|\\s", ""));
    ObjectNode mapper = client.putArray("protocolMappers").addObject();
    mapper
        .put("name", "agency")
        .put("protocol", "openid-connect")
        .put("protocolMapper", "oidc-hardcoded-claim-mapper");
    mapper
        .putObject("config")
        .put("claim.name", "agency")
        .put("claim.value", KEY_AGENCY)
        .put("jsonType.label", "String")
        .put("access.token.claim", "true");
    return client;
  }

  private static ObjectNode cli() {
    ObjectNode cli =
        Http.JSON
            .createObjectNode()
            .put("clientId", "cli")
            .put("enabled", true)
            .put("protocol", "openid-connect")
            .put("publicClient", true)
            .put("serviceAccountsEnabled", false)
            .put("standardFlowEnabled", false)
            .put("directAccessGrantsEnabled", true);
    mapAgency(cli);
    return cli;
  }

  /**
   * The client that people sign in to pages with. Pages of tests are on any port of this machine,
   * so no port is named; an installation names its one address.
   */
  private static ObjectNode pages() {
    ObjectNode pages =
        Http.JSON
            .createObjectNode()
            .put("clientId", "pages")
            .put("enabled", true)
            .put("protocol", "openid-connect")
            .put("publicClient", false)
            .put("secret", secret("pages"))
            .put("serviceAccountsEnabled", false)
            .put("standardFlowEnabled", true)
            .put("directAccessGrantsEnabled", false);
    pages.putArray("redirectUris").add("*");
    pages.putObject("attributes").put("post.logout.redirect.uris", "*");
    mapAgency(pages);
    return pages;
  }

  private static void mapAgency(ObjectNode client) {
    ObjectNode mapper = client.putArray("protocolMappers").addObject();
    mapper
        .put("name", "agency")
        .put("protocol", "openid-connect")
        .put("protocolMapper", "oidc-usermodel-attribute-mapper");
    mapper
        .putObject("config")
        .put("user.attribute", "agency")
        .put("claim.name", "agency")
        .put("jsonType.label", "String")
        .put("access.token.claim", "true")
        .put("id.token.claim", "true")
        .put("userinfo.token.claim", "true");
  }

  private static ObjectNode serviceAccount(Client client) {
    ObjectNode user = user("service-account-" + client.id(), client.id(), client.role());
    return user.put("serviceAccountClientId", client.id());
  }

  private static ObjectNode personJson(Person person) {
    ObjectNode user = user(person.name(), person.name(), person.role());
    String name = person.name();
    user.put("firstName", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
        .put("lastName", person.familyName())
        .put("email", name + "@writ.example")
        .put("emailVerified", true);
    user.putArray("credentials").addObject().put("type", "password").put("value", name);
    if (!person.agency().isEmpty()) {
      user.putObject("attributes").putArray("agency").add(person.agency());
    }
    return user;
  }

  private static ObjectNode user(String userName, String subjectOf, String role) {
    ObjectNode user =
        Http.JSON
            .createObjectNode()
            .put("id", subject(subjectOf).toString())
            .put("username", userName)
            .put("enabled", true);
    user.putArray("realmRoles").add(role);
    return user;
  }
}
