/** Tags are parted by a semicolon, comma or enumeration comma of either width, a bar, or a space. */
export const splitTags = (text: string): string[] =>
  text.split(/[;,、，；|\s]+/u).filter((tag) => tag !== "");
