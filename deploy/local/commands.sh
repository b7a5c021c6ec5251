# shellcheck shell=bash
# What the commands under deploy/ share: the JDK, Maven, the build and the launcher. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
target=$root/deploy/local/target
services=(intake-service review-service disclosure-service transparency-service)

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Prints the home of a JDK of at least release 25, or fails.
jdk_home() {
  local candidate release
  for candidate in \
    "${JAVA_HOME:-}" \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none)")")")" \
    /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    [[ -x $candidate/bin/javac && -r $candidate/release ]] || continue
    release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
    if ((${release:-0} >= 25)); then
      printf '%s\n' "$candidate"
      return
    fi
  done
  return 1
}

use_jdk() {
  JAVA_HOME=$(jdk_home) ||
    fail "Writ needs a JDK of release 25 or later and found none. Install one (for example Eclipse Temurin 25) and set JAVA_HOME to it."
  export JAVA_HOME
}

# Waits until no other command that builds, starts or stops this stack is at work.
one_at_a_time() {
  mkdir -p "$target"
  exec 9>"$target/lock"
  flock -n 9 || {
    echo "another deploy/up or deploy/down is at work here; waiting for it ..."
    flock 9
  }
}

maven() {
  command -v mvn >/dev/null || fail "Writ is built with Maven 3.8.7 or later and found no mvn. Install it (Debian: apt-get install maven)."
  (cd "$root" && mvn -B -ntp "$@")
}

# Succeeds if something that goes into the running system is newer than what was built, or was never built.
build_needed() {
  local built=$target/built service
  [[ -e $built && -e $target/local.jar ]] || return 0
  for service in "${services[@]}"; do
    [[ -e $root/$service/target/quarkus-app/quarkus-run.jar ]] || return 0
  done
  [[ -n $(cd "$root" && find pom.xml schemas deploy "${services[@]}" -name target -prune -o \
    -type f \( -path '*/src/main/*' -o -name pom.xml \) -newer "$built" -print -quit) ]]
}

# Builds what runs, without its tests. The stamp is older than the build, so that a change made meanwhile counts.
build() {
  local log=$target/build.log
  mkdir -p "$target"
  touch "$target/building"
  echo "building (the first time fetches some hundred megabytes) ..."
  maven package -DskipTests -Dspotless.check.skip=true -pl '!deploy/system-tests' >"$log" 2>&1 &
  follow_build $! "$log" || {
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    fail "The build failed; its log is $log"
  }
  local_stack prepare
  mv "$target/building" "$target/built"
  echo "building: $SECONDS s"
}

# Prints each module as its turn comes, until the build ends, with the build's status.
follow_build() {
  tail -n +1 -f --pid="$1" "$2" 2>/dev/null | sed -un 's/^\[INFO\] Building \(Writ: .*\) [0-9].*\(\[[0-9/]*\]\)$/  \2 \1/p'
  wait "$1"
}

build_if_needed() {
  if build_needed; then
    build
  fi
}

# Runs the launcher; see org.writ.local.Main.
local_stack() {
  WRIT_HOME=$root "$JAVA_HOME/bin/java" --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC \
    -jar "$target/local.jar" "$@"
}
