package org.writ.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealmTest {

  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\nAAAA\nBBBB\n-----END CERTIFICATE-----\n";

  private final Realm realm = new Realm(() -> CERTIFICATE);

  @Test
  void everybodyHasTheRoleOfTheirWork() throws IOException {
    // When
    JsonNode users = JsonMapper.builder().build().readTree(realm.json()).get("users");

    // Then
    Map<String, String> roles = new HashMap<>();
    users.forEach(
        user -> roles.put(user.get("username").asText(), user.at("/realmRoles/0").asText()));
    assertThat(roles)
        .containsEntry("rita", "reviewer")
        .containsEntry("raj", "reviewer")
        .containsEntry("sofia", "senior-reviewer")
        .containsEntry("milo", "moderator")
        .containsEntry("olga", "ops")
        .containsEntry("ada", "auditor")
        .containsEntry("dora", "agency")
        .containsEntry("service-account-agency-de", "agency")
        .containsEntry("service-account-service-intake", "service")
        .containsEntry("service-account-platform", "platform");
    assertThat(Realm.ROLES).containsAll(roles.values());
  }

  @Test
  void officerOfAnAgencyCarriesItsId() throws IOException {
    // When
    JsonNode tree = JsonMapper.builder().build().readTree(realm.json());

    // Then
    assertThat(tree.get("users").findValues("attributes"))
        .extracting(attributes -> attributes.at("/agency/0").asText())
        .containsExactly("agency-de", "agency-zz");
    assertThat(tree.get("clients").findValue("protocolMappers").at("/0/config/claim.name").asText())
        .isEqualTo("agency");
  }

  @Test
  void realmIsTheSameEachTimeSoThatAnActorStaysTheSamePerson() {
    assertThat(realm.json()).isEqualTo(new Realm(() -> CERTIFICATE).json());
    assertThat(realm.json()).contains(Realm.subject("rita").toString());
    assertThat(Realm.subject("rita")).isNotEqualTo(Realm.subject("raj"));
  }

  @Test
  void onlyThePublicClientTakesPasswords() throws IOException {
    // When
    JsonNode clients = JsonMapper.builder().build().readTree(realm.json()).get("clients");

    // Then
    for (JsonNode client : clients) {
      boolean cli = client.get("clientId").asText().equals("cli");
      assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isEqualTo(cli);
      assertThat(client.get("publicClient").asBoolean()).isEqualTo(cli);
    }
  }

  @Test
  void oneClientSignsInWithTheKeyOfItsAgency() throws IOException {
    // When
    JsonNode clients = JsonMapper.builder().build().readTree(realm.json()).get("clients");

    // Then
    for (JsonNode client : clients) {
      if (client.get("clientId").asText().equals(Realm.KEY_CLIENT)) {
        assertThat(client.has("secret")).isFalse();
        assertThat(client.get("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
        assertThat(client.at("/attributes/jwt.credential.certificate").asText())
            .isEqualTo("AAAABBBB");
        assertThat(client.at("/protocolMappers/0/config/claim.value").asText())
            .isEqualTo(Realm.KEY_AGENCY);
        return;
      }
    }
    throw new AssertionError("no such client");
  }
}
