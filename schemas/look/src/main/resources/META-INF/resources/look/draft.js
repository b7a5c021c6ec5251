// Choosing a language loads the page anew: what was typed into a form that the choice is not sent with would be lost. Whoever has typed
// there is asked before, in the words of data-loses. Without this the page says it beside the languages.
const asked = document.querySelector("[data-loses]")?.dataset.loses;

const isTyped = (field) => {
  if (field.matches("select")) {
    return Array.from(field.options).some((option) => option.selected && !option.defaultSelected && option.value);
  }
  return field.matches("[type=radio], [type=checkbox]") ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
};

const losesTo = (button) =>
  Array.from(document.forms).some(
    (form) =>
      form !== button.form &&
      Array.from(form.elements).some((field) => field.matches("textarea, select, input:not([type=hidden])") && isTyped(field)),
  );

for (const button of asked ? document.querySelectorAll("button[name=language]") : []) {
  button.addEventListener("click", (event) => {
    if (losesTo(button) && !confirm(asked)) {
      event.preventDefault();
    }
  });
}
