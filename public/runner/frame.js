// Loads the unit named after the # of this frame's address: the very file that a Web Worker runs as a thread.
// Only a file of this folder is loaded; the content-security policy of the frame would refuse any other site's.
const folder = new URL('.', location.href).href;
const unit = new URL(location.hash.slice(1), folder);
if (unit.href.startsWith(folder)) {
  const script = document.createElement('script');
  script.src = unit.href;
  document.body.append(script);
}
