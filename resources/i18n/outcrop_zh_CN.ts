<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Outcrop</name>
    <message>
        <location filename="../../plugin.py"/>
        <source>Outcrop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>Train on polygons drawn over imagery, and map with the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>&amp;Outcrop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/demo_project.py"/>
        <source>Outcrop: the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/demo_project.py"/>
        <source>training polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/band_choice.py"/>
        <source>The bands to learn from and to map with, in order. Open the list to leave some out or to drag them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/band_choice.py"/>
        <source>The bands to learn from, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/band_choice.py"/>
        <source>All, in the file’s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/band_choice.py"/>
        <source>Take every band in the order in which the layers have them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/band_choice.py"/>
        <source>Bands: {bands}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/band_choice.py"/>
        <source>Check the bands to use; drag them, or press Ctrl and an arrow key, to change their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/band_choice.py"/>
        <source>Move the band up (Ctrl+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/band_choice.py"/>
        <source>Move the band down (Ctrl+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Set up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Show…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Look into it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Renew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Add PyTorch…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Show what would be installed, where, and how large it is; nothing happens yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>What the installer said last, to read and to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Stop setting up; what is installed already is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/card_dialog.py"/>
        <source>Outcrop: {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/card_dialog.py"/>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/card_dialog.py"/>
        <source>What you want to remember of this model; kept in its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/card_dialog.py"/>
        <source>Where it works, where it doesn’t, what to try next…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/card_dialog.py"/>
        <source>Close this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/card_dialog.py"/>
        <source>&amp;Save notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/card_dialog.py"/>
        <source>Write the notes into the model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/card_dialog.py"/>
        <source>Open in &amp;browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/card_dialog.py"/>
        <source>Show the card in the web browser, to print or to send on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/class_table.py"/>
        <source>Class “{name}” has about {pixels} pixels. At least {few} are needed to hold some back for validation; fewer make its measures unsure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/class_table.py"/>
        <source>The classes over the imagery, in the colours of the layer’s style. Double click a class, or press Space, to give it another colour. Pixels are estimated from the polygons’ area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/class_table.py"/>
        <source>Colour of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/class_table.py"/>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/class_table.py"/>
        <source>Polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/class_table.py"/>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/class_table.py"/>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/count_task.py"/>
        <source>Outcrop: counting polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/curves.py"/>
        <source>Left: the loss, which training makes small. Right: mIoU on the pixels held back, the mean share by which prediction and labels overlap; 1 is perfect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/curves.py"/>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/curves.py"/>
        <source>mIoU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/curves.py"/>
        <source>step {x}: loss {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/curves.py"/>
        <source>epoch {x}: mIoU {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>There is one class only, “{name}”. Draw polygons of another class too, or set Elsewhere to “is background inside…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>“{name}” has no coordinate system. Set it first: right click ▸ Layer CRS ▸ Set Layer CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>“{name}” has no fields. Add one that holds the class of each polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>The polygons have no field “{field}”. Choose the field that holds the class (it has: {listed}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>“{name}” can't be used as labelled area: it can't be read or has no coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>The polygons of “{name}” lie outside “{imagery}”. Choose others, or check both coordinate systems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>{n} polygon crosses itself; it is repaired for training, the layer stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>{n} polygons cross themselves; they are repaired for training, the layer stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>No polygon over the imagery has a class yet. Fill in the class field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>Class “{name}” covers no pixel: its polygons are smaller than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>{n} polygon lies outside the imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>{n} polygons lie outside the imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>{n} polygon has no class and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>{n} polygons have no class and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>Choose a polygon layer, or press New to draw polygons over the imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>“{name}” can't be read. Check that its file is there and whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>Choose the polygon layer inside which everything is labelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_choice.py"/>
        <source>“{name}” has no polygons yet. Draw some over the imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>{n} band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>{n} bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>{n} of {bands}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Only the {n} selected polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Only the {n} selected polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>The raster to learn from and to map: satellite, aerial or geophysical imagery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Bands, ground sampling distance, coordinate system and data type of the imagery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Polygons drawn over the imagery, each with its class; any coordinate system will do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Learn from the polygons that are selected in the map, not from the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>The field that holds the class of each polygon: text or whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>is background inside…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>What lies outside the polygons. Unknown: only the polygons count; a dozen will do. Background: inside the area that you choose everything is labelled, and what no polygon covers is background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Polygons inside which labelling is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Imagery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Next: Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Go to the Train page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Make a polygon layer with the right fields over this imagery, and start drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>In another place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>{side} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>No raster in this project yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>own CRS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>The polygons can't be counted: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/data_page.py"/>
        <source>Load imagery first: drag a GeoTIFF into QGIS, or use Layer ▸ Add Layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>① Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>② Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>③ Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Settings of Outcrop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>New training layer: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Place of the new training layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>What to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>How to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Where to map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Predict canvas extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/editors.py"/>
        <source>binary cross-entropy + Dice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/editors.py"/>
        <source>cross-entropy + Dice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/editors.py"/>
        <source>cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/editors.py"/>
        <source>mean and deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/editors.py"/>
        <source>lower on a plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/editors.py"/>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/editors.py"/>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>First steps: what Outcrop does, and a sample to try it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>Outcrop is ready to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/file_task.py"/>
        <source>The file can't be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/form.py"/>
        <source>Show advanced ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/form.py"/>
        <source>Settings that are seldom changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/form.py"/>
        <source>Back to the recipe’s value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/found_runs.py"/>
        <source>Delete what the training “{name}” has left, checkpoints and log? It can't be resumed then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interchange.py"/>
        <source>Export as ONNX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interchange.py"/>
        <source>Outcrop: exporting {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interchange.py"/>
        <source>Outcrop: importing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interchange.py"/>
        <source>Import {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interchange.py"/>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interchange.py"/>
        <source>Try again with these answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interchange.py"/>
        <source>Leave the file where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interchange.py"/>
        <source>The model was exported to “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>A training run of {moment} goes on in another process, at epoch {epoch} of {epochs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>A training run of {moment} was interrupted at epoch {epoch} of {epochs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>best mIoU {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>Go on from where it was interrupted; it ends as if it never had been</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>Keep best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>Make a model file of the best epoch, and end the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>Discard: delete what the training has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>See its curves here; it goes on wherever it was started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>{n} more run was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/interrupted_runs.py"/>
        <source>{n} more runs were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/launcher.py"/>
        <source>The folder “{folder}” can't be made: {reason}. Choose another one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_entries.py"/>
        <source>mIoU {value} on the pixels it learned from, which flatters it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_entries.py"/>
        <source>mIoU {value} on pixels held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_entries.py"/>
        <source>{model}, trained at {size} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_entries.py"/>
        <source>Classes: {classes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Delete the model “{name}” for good? Layers that were made with it stay.

{path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Model files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>What can be done with the model that is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Show card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Read where the model comes from and how good it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Give the model another name; its file keeps its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Delete the model file; asks first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Open the folder that holds the model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Export as ONNX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Write the model for other programs, such as Deepness or ONNX Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Copy model files into your folder; they can be dropped on the list too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Rename model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Name of the model:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Import models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>Outcrop: writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>“{name}” can't be imported. Choose model files that end with {suffix} or {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_library.py"/>
        <source>“{path}” can't be deleted: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_list.py"/>
        <source>Mean overlap of prediction and labels on pixels held back; 1 is perfect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_list.py"/>
        <source>Your model files, the newest first. All that are checked run, one after another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_list.py"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_queue.py"/>
        <source>{n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_queue.py"/>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/model_queue.py"/>
        <source>starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/pixel_size.py"/>
        <source> m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/pixel_size.py"/>
        <source>This layer is no file: QGIS draws it with pixels of this size before the computing begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_choice.py"/>
        <source>This covers {n} pixels: {costs}. Predict all of it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_choice.py"/>
        <source>{n} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_choice.py"/>
        <source>at most {n} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_choice.py"/>
        <source>{size} · {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_choice.py"/>
        <source>{n} tiles to fetch from the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_choice.py"/>
        <source>up to {n} GB on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_choice.py"/>
        <source>“{imagery}” has pixels of {size} m, “{model}” learned from pixels of {trained} m and may find little again. Resample the imagery, or train on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_choice.py"/>
        <source>hours on most machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Check the model to predict with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>The raster to map; it needs the bands that the model was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>The model that is selected in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Leave background transparent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Draw the class “background” not at all, so that the imagery shows; it stays in the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Also make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Canvas extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Whole layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Polygons of a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Selected polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>The part of the imagery to map: what the map canvas shows, all of it, or polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Only what its polygons cover is mapped; any coordinate system will do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Resample the imagery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Look at the imagery at the pixel size that the model learned from; the map gets that size too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Open the folder with your model files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Click on the map to see what the checked models make of a square around the click; Esc ends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Stop the prediction; layers that are finished stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Map the chosen part with every model that is checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>More Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Tiles, engine and other settings that seldom need a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Pixel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>Load or draw a polygon layer first: what it covers is mapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict_page.py"/>
        <source>There are no models yet. Train one on the Train page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/prediction.py"/>
        <source>Outcrop: predicting with {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/prediction.py"/>
        <source>Finished, but not with {models}. The rest lies in the group above the imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/prediction.py"/>
        <source>The prediction of “{imagery}” is finished, but its project was closed. It is in “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/prediction.py"/>
        <source>classes, so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/prediction.py"/>
        <source>Add to this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/prediction.py"/>
        <source>Nothing is chosen to predict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/prediction.py"/>
        <source>{model}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/prediction.py"/>
        <source>The prediction was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/prediction.py"/>
        <source>Finished: the prediction lies in the group above the imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/prediction_job.py"/>
        <source>The polygon layer is no longer in the project. Choose again where to map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/preview.py"/>
        <source>Outcrop: preview with {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/preview.py"/>
        <source>Preview · {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/preview.py"/>
        <source>Click on the map; Esc ends the preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/preview.py"/>
        <source>Computing the preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/preview.py"/>
        <source>preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/preview.py"/>
        <source>Preview shown. Click elsewhere to move it; Esc takes it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/problems.py"/>
        <source>Zoom the map to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>Where to start: every training choice at once. All of them can be changed below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>The network, or the classifier of single pixels, to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>What the network knows at the beginning: nothing, what was learned on other pictures, or what one of your models of the same kind and bands has learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>When training ends at the latest; the best model by then is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>All Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>Every choice of the recipe; what you change is shown in bold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>Scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>all epochs, however long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>Classifiers of single pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>my model “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_form.py"/>
        <source>{n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Quick: minutes on a laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Pegmatite dikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Lithological units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Tailings ponds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Landslides, few labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Landslides, many labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>A small network and a few minutes, for a first look at any subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Thin bright dikes in high-resolution imagery, as published. Wants a GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Rock units from fused layers, as published. Wants a GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Ponds in satellite imagery, as published. Wants a GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Starts from photographs, as published. Wants a GPU and hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Landslide outlines with attention, as published. Wants a GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>in blocks of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>whole polygons at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>whole scenes at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>as random tiles, which flatters the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>{share} % of the labels are held back to measure the model, {how}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>{time} in all, as an epoch took {epoch} the last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/recipe_texts.py"/>
        <source>Nothing is held back: the model’s measures will be those of pixels it has learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>Epoch {epoch} of {epochs} · mIoU {miou} (best {best} at {best_epoch})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>Stop at once and leave no model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>Leave the processor to others for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>Stop and keep best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>End training now and keep the best model so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>The training goes on in the other process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>Finishing: the best model so far is being written…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_view.py"/>
        <source>Paused. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_watch.py"/>
        <source>The training that was watched is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/run_watch.py"/>
        <source>The training that was watched has ended without a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/sample_tiles.py"/>
        <source>Sample tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/sample_tiles.py"/>
        <source>Tiles that the model has not learned from, best epoch so far: imagery, labels, prediction. White is not labelled. Click to see all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/scene.py"/>
        <source>A layer that was chosen is no longer in the project. Choose again on the Data page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/settings_dialog.py"/>
        <source>Outcrop: Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/shortcuts.py"/>
        <source>{keys} presses the highlighted button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/stack_rows.py"/>
        <source>Stack another raster on the imagery, such as elevation or magnetics; it is brought to the first’s grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/stack_rows.py"/>
        <source>Move it up; above all others it gives the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/stack_rows.py"/>
        <source>Take it out of the stack; the layer stays in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/stack_rows.py"/>
        <source>No other raster in this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Where the network is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Stop after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>How long an epoch of this model took on this machine the last time tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Show map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Show which labelled pixels train and which are held back, as a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Start training; QGIS stays free for other work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Map what the canvas shows with the model that was just trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Automatic: the GPU if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>Choose imagery and polygons first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/train_page.py"/>
        <source>On the Data page: {obstacle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/training.py"/>
        <source>Finished: “{name}”, {measured}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/training.py"/>
        <source>{model} · {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/training.py"/>
        <source>Outcrop: training {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/training.py"/>
        <source>Outcrop: resuming {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/training.py"/>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/training.py"/>
        <source>Training was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/validation_map.py"/>
        <source>training and validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/validation_map.py"/>
        <source>The map of the parts “{path}” can't be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock/validation_map.py"/>
        <source>Outcrop: splitting the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>Outcrop computes outside QGIS, in a Python with PyTorch of its own. Set it up once: about 1.5 GB, in your user data folder. Nothing in QGIS changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>The computing environment in “{folder}” is damaged: {what} is missing. Repair it in Outcrop's dock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>This version of Outcrop needs a newer computing environment than the one in “{folder}”. Renew it in Outcrop's dock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>The computing environment isn't finished. Go on with setting it up in Outcrop's dock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>The Python “{path}”, named in {where}, is gone or can't be run. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"/>
        <source>the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Outcrop: First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>To compute, Outcrop needs its environment first: once, with one click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Make a small scene with polygons and add it to this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Choose imagery: any raster with any bands, elevation or geophysics beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Draw a few polygons of every class that you want to find.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Train. QGIS stays free; stop when the curve is good enough and keep the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Predict what the canvas shows. The map arrives styled beside the imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Draw over what is wrong, and train again. Each round gets better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>The map shows nothing of “{name}”. Zoom to it, or choose the whole layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” has one pixel only; there is nothing to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>The file of “{name}” is gone or damaged: {path}. Check that it is there and whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” comes from a server. Save it as a GeoTIFF first: right click ▸ Export ▸ Save As.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{path}” can't be written: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery_stack.py"/>
        <source>A raster of “{name}” is no longer in the project. Choose the imagery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery_stack.py"/>
        <source>“{other}” doesn't overlap “{first}”. Stack rasters of the same place, or check their coordinate systems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/places.py"/>
        <source>The polygons of “{name}” lie outside “{imagery}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/places.py"/>
        <source>No polygon of “{name}” is selected. Select some on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/places.py"/>
        <source>There is no “{name}” here. Click on the imagery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/places.py"/>
        <source>“{name}” has no polygons yet. Draw some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>The polygons of “{name}” can't be written to “{path}”: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>uncertainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>Outcrop · {imagery}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>The prediction “{path}” can't be loaded. Check that the file is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>Parts of “{name}” couldn't be fetched{reason}; they stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>The polygons lie so far apart that {n} tiles of “{imagery}” are between them. Choose larger pixels, or learn from selected polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>“{file}” can't be written: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>Fetching “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>“{name}” shows nothing here{reason}. Check the connection, or choose larger pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>The job was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Outcrop: Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Copy the message and the details to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>Accuracy of a prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>Compares a prediction with labels pixel by pixel and gives the confusion matrix and precision, recall, F1 and IoU of every class, with their means, pixel accuracy and kappa. Use labels that training never saw.
Inside a labelled area what no class covers counts as background; without one only labelled pixels count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>Congalton 1991, Remote Sensing of Environment 37(1), doi 10.1016/0034-4257(91)90048-B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>confusion matrix kappa iou f1 precision recall validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>Mean IoU {miou}, kappa {kappa}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>A page with measures and matrix, to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>Measures by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>One row for each class and each mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>Report for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>Everything, as the command line gives it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>Mean IoU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>F1 without background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/accuracy.py"/>
        <source>Pixel accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/after_prediction.py"/>
        <source>A raster of classes that Outcrop has predicted; it carries its legend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/after_prediction.py"/>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/algorithm.py"/>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/algorithm.py"/>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/algorithm.py"/>
        <source>After prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/algorithm.py"/>
        <source>Assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/algorithm.py"/>
        <source>Data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/algorithm.py"/>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/algorithm.py"/>
        <source>Workflows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/algorithm.py"/>
        <source>Something unexpected went wrong: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/algorithm.py"/>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/centre_lines.py"/>
        <source>Centre lines of linear features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/centre_lines.py"/>
        <source>Draws the middle lines of one class of a prediction, such as dikes, faults or roads, with their length and mean width in metres and their strike in degrees clockwise from the grid's north.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/centre_lines.py"/>
        <source>skeleton dike lineament strike width medial axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/centre_lines.py"/>
        <source>{prediction} · centre lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/centre_lines.py"/>
        <source>Name of the class whose features are linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/centre_lines.py"/>
        <source>Lines with length and width in m and strike in degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/centre_lines.py"/>
        <source>Number of lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/centre_lines.py"/>
        <source>Centre lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>no class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>no polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>crossing edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>outside the imagery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>sliver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>drawn twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>Check training polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>Looks for what goes wrong in training: polygons of different classes that overlap, polygons narrower than a pixel, without a class, with crossing edges, drawn twice, or outside the imagery. Each becomes a feature of the problem layer, with a sentence that says what to do.
The page compares the classes: polygons, pixels, areas and shares, and which have too few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>overlap sliver topology quality balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>Training polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>One feature for each problem: its kind, the class, what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>A page with the problems by kind and the classes compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>Number of problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>{kind}: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>To mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/check_labels.py"/>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/clean_prediction.py"/>
        <source>Clean up a prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/clean_prediction.py"/>
        <source>Takes speckle, thin spurs and small patches out of a predicted class raster. In this order: opening and closing of single classes, the majority around every pixel, and patches below an area, which go to their largest neighbour.
Legend, colours and style are kept. A raster of any size is worked through in the same memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/clean_prediction.py"/>
        <source>sieve majority morphology opening closing generalise filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/clean_prediction.py"/>
        <source>{prediction} · cleaned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/clean_prediction.py"/>
        <source>The same classes on the same pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/clean_prediction.py"/>
        <source>Cleaned prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/declarations.py"/>
        <source>{help} ({models})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/declarations.py"/>
        <source>Write name=number, with commas between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/declarations.py"/>
        <source>Write commas between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/declarations.py"/>
        <source>0 stands for empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_onnx.py"/>
        <source>Export a model to ONNX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_onnx.py"/>
        <source>Writes a network as an ONNX file with its scaling inside and the metadata that the plugin Deepness reads, so that it runs there and wherever ONNX does. The graph takes the imagery's values divided by 255 and gives the classes' probabilities.
Networks can be exported, classifiers of single pixels can't.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_onnx.py"/>
        <source>Aszkowski et al. 2023, SoftwareX 23, 101495, doi 10.1016/j.softx.2023.101495</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_onnx.py"/>
        <source>deepness share convert runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_onnx.py"/>
        <source>The model to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_onnx.py"/>
        <source>The file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_onnx.py"/>
        <source>Side of the tiles in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_onnx.py"/>
        <source>Model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_onnx.py"/>
        <source>ONNX file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_onnx.py"/>
        <source>ONNX files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>Export tiles as a data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>Cuts imagery and labels into tiles, in folders for training, validation and test, as other programs read them: images and masks as GeoTIFF or PNG, labels for YOLO and COCO.
Tiles with too much nodata, with too few labels, or that touch clouds or distortion drawn as polygons are left out. Lists tell every tile's pixels by class, the tiles that are hard, and each class's area and share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>Zhao et al. 2024, National Remote Sensing Bulletin 28(9), 2293–2305, doi 10.11834/jrs.20243393</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>yolo coco chips patches dataset png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>Tiles that touch one of these polygons are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>The same seed gives every tile the same part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>A new or empty folder; it is filled when all tiles are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>Number of tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>Hard tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>{part}: {n} tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>{name}: {area}, {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>Clouds and distortion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/export_tiles.py"/>
        <source>Folder for the tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/features.py"/>
        <source>The worker's result can't be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_model.py"/>
        <source>Import a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_model.py"/>
        <source>Makes a model file of an ONNX segmentation model, such as one made for the plugin Deepness, so that Outcrop predicts with it; or copies a model file of Outcrop's among your models.
What the ONNX file doesn't say of itself (classes, pixel size, bands, scaling) is given by hand. Files that can run code when they are read, such as .pt and .pth, aren't opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_model.py"/>
        <source>onnx deepness zoo safetensors share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_model.py"/>
        <source>Models ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_model.py"/>
        <source>An ONNX file, or a model file of Outcrop's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_model.py"/>
        <source>Where to write it; empty puts it among your models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_model.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_model.py"/>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_model.py"/>
        <source>Pixel size in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_model.py"/>
        <source>There is no file “{file}”. Choose an ONNX file or a model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>Import tiles as labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>Reads a data set of tiles, such as “Export tiles” and other programs write, as imagery with labels: for training, validation and test a mosaic of the images and a raster of the classes. Labels are masks, COCO or YOLO objects; what no object covers is background.
Tiles keep their place; those that have none (PNG) are laid side by side. The list of scenes is for the command line's training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>yolo coco chips patches dataset png masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>The folder that holds train, valid and test, or images and masks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>A new or empty folder; it is filled when all tiles are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>List of scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>Folder for the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>{part}: imagery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/import_tiles.py"/>
        <source>{part}: labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/inputs.py"/>
        <source>Nothing is selected in “{name}”. Select polygons, or use the whole layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/inputs.py"/>
        <source>“{part}” lacks a value. Write name=number, with commas between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/model_information.py"/>
        <source>Model information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/model_information.py"/>
        <source>Writes what a model file says of itself as a page: classes, bands, pixel size, measures, recipe, and what it was trained on. The weights aren't loaded, so this works without a computing environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/model_information.py"/>
        <source>card metadata provenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/model_information.py"/>
        <source>The file to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/model_information.py"/>
        <source>The model's card, to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/model_information.py"/>
        <source>Architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/model_information.py"/>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/predict.py"/>
        <source>Predict with a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/predict.py"/>
        <source>Maps imagery with a trained model. Bands are found by the names that the model was trained on; classes, colours and scaling come from the model file.
Works in overlapping tiles, so that rasters of any size are mapped in the same memory and no seams show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/predict.py"/>
        <source>map classify inference segmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/predict_ensemble.py"/>
        <source>Predict with several models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/predict_ensemble.py"/>
        <source>Maps imagery with several models of the same classes at once: every pixel gets the class whose probability is highest on average. Models of different kinds make different mistakes, so together they are often better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/predict_ensemble.py"/>
        <source>Hansen &amp; Salamon 1990, IEEE TPAMI 12(10), 993–1001, doi 10.1109/34.58871</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/predict_ensemble.py"/>
        <source>ensemble average vote inference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_polygons.py"/>
        <source>Polygons from a prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_polygons.py"/>
        <source>Draws the classes of a prediction as polygons with their area and perimeter in metres. Borders between classes are simplified and smoothed on both sides alike, so that no gaps and no overlaps arise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_polygons.py"/>
        <source>vectorise polygonise vector simplify smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_polygons.py"/>
        <source>{prediction} · polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_polygons.py"/>
        <source>The raster of probabilities of the same prediction: gives every polygon the mean of its class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_polygons.py"/>
        <source>Polygons with class, area in m² and perimeter in m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_polygons.py"/>
        <source>Number of polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_polygons.py"/>
        <source>Probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_polygons.py"/>
        <source>Class polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>Only here is predicted; empty predicts the whole imagery. The map canvas is one choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>{n} models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>Outside them the prediction has no data; empty predicts everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>A raster of classes with their names and colours; 0 is no data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>Probabilities, where wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>Uncertainty, where wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>Pixels predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>Choose a model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>Models of the same classes; their probabilities are averaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>The model that “Train a model” has written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>Only inside these polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction_run.py"/>
        <source>Predicted classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/rasterise_labels.py"/>
        <source>Rasterise training polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/rasterise_labels.py"/>
        <source>Writes class polygons as a raster on the imagery's own pixels, as training sees them: 0 is unlabelled, every class has a number from 1 with its name and colour. Inside a labelled area what no class covers is background.
Polygons are reprojected to the imagery. Where they overlap, the one drawn last counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/rasterise_labels.py"/>
        <source>mask burn ground truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/rasterise_labels.py"/>
        <source>{imagery} · labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/rasterise_labels.py"/>
        <source>Otherwise a polygon labels the pixels whose centre it covers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/rasterise_labels.py"/>
        <source>A raster of class numbers with names and colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/rasterise_labels.py"/>
        <source>Labelled pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/rasterise_labels.py"/>
        <source>{name}: {n} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/rasterise_labels.py"/>
        <source>Label every pixel that a polygon touches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/rasterise_labels.py"/>
        <source>Label raster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/recipe_parameters.py"/>
        <source>Where to start: every training choice at once. What is set below changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/recipe_parameters.py"/>
        <source>The network or classifier to train; empty takes the recipe's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/resume.py"/>
        <source>Resume a training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/resume.py"/>
        <source>Goes on with a training that was stopped or interrupted, from its last checkpoint, and writes the model file that the run was to make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/resume.py"/>
        <source>continue checkpoint interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/resume.py"/>
        <source>Folder of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/resume.py"/>
        <source>It lies beside the model file and ends with “.run”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Only labels in here are used; empty uses all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>The polygons have no field “{field}”. Choose the field that holds the class (this layer has: {fields}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>The raster whose pixels everything else is brought to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Bands of the imagery in the order in which they are used; empty takes all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Elevation, magnetics and the like: all their bands are added, resampled to the imagery's pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Polygons of any layer: a file, a database, in memory, or the selected ones alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>The field that holds the class: text or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Polygons inside which labelling is complete: what no class covers there is background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Give the labels either as polygons or as a raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Choose the field that holds the class (this layer has: {fields}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Further rasters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Class field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Labelled area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>A raster whose values are classes, in place of polygons. Its nodata is unlabelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/scene.py"/>
        <source>Extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Imagery and polygons to a map with its accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Trains a model on polygons, maps the imagery with it, cleans the map, draws it as polygons and measures it against other polygons, in one go. A graphical model: copy its file and change it in the model designer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/split_labels.py"/>
        <source>Split labels by blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/split_labels.py"/>
        <source>Shows which labelled pixels training would learn from, which would measure the model, and which lie in the gap between them. With the same settings and the same seed training makes the very same split.
Blocks keep neighbours together: pixels next to each other are alike, so a model that is measured beside its own training pixels looks better than it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/split_labels.py"/>
        <source>Roberts et al. 2017, Ecography 40(8), 913–929, doi 10.1111/ecog.02881</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/split_labels.py"/>
        <source>validation cross-validation spatial autocorrelation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/split_labels.py"/>
        <source>{imagery} · split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/split_labels.py"/>
        <source>0 unused, 1 training, 2 validation, 3 test, 4 several parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/split_labels.py"/>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/split_labels.py"/>
        <source>{part}: {counts} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>Trains a network or a classifier of single pixels on polygons drawn over imagery, and leaves one model file. A part of the labels is held back in blocks of the map, to measure the model on ground it never saw.
The recipe decides everything that is left empty. A run that was stopped can be resumed from its folder, which lies beside the model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>the recipes follow Li W. et al. 2024 (pegmatite), Wang et al. 2021 (lithology), Li Z. et al. 2023 and Zhao et al. 2024 (landslides); the recipe and the model are written into the model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>segmentation classification deep learning network classifier supervised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>What computes: auto, cpu, mps, cuda, cuda:1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>The same seed gives the same outcome on the same computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>Otherwise a polygon labels the pixels whose centre it covers. Helps where polygons are very thin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>Mean IoU on the validation part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>F1 on the validation part, without background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>A model file of the same architecture and bands, to learn on from; empty starts from the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>Which layers of that model aren't changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>What the model is called in lists; empty takes its file's name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>Holds the weights and everything that is needed to predict with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>Start from a model of mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>Leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train.py"/>
        <source>Name of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Train several models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Trains one model after another on the same labels with the same split, and writes one table of their measures, the best first. A model that can't be trained is listed with the reason and doesn't stop the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>compare comparison benchmark table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Choose at least one recipe or model to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Each is trained with the model that it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Each is trained with the recipe “quick”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Takes one model file and one folder of its run for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>One row for each model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>The same to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Models trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>{name} ({number} of {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Models compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Folder for the model files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/train_several.py"/>
        <source>Table as a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/uncertainty.py"/>
        <source>Map the uncertainty of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/uncertainty.py"/>
        <source>Maps how unsure one or several models are of each pixel, from 0 (sure) to 1 (unsure): the entropy of the class probabilities, and how close the two likeliest classes are. Training polygons are best added where models are unsure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/uncertainty.py"/>
        <source>Shannon 1948, Bell System Technical Journal 27, doi 10.1002/j.1538-7305.1948.tb01338.x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/uncertainty.py"/>
        <source>entropy confidence active learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/uncertainty.py"/>
        <source>Two bands from 0 (sure) to 1 (unsure): entropy, and closeness of the two likeliest classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/uncertainty.py"/>
        <source>Uncertainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/worker_run.py"/>
        <source>Epoch {epoch}: loss {loss}, mIoU {miou}, F1 {f1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/processing/worker_run.py"/>
        <source>Waiting for another job of Outcrop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>sample imagery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>sample polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>sample labelled area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>Outcrop: sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>The sample is in the project. Choose its imagery and polygons on the Data page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>Outcrop: making the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/sample_project.py"/>
        <source>The sample in “{folder}” can't be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Python for computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>The Python that trains and predicts. It needs PyTorch, rasterio and scikit-learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>found by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Models and results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Model files, predictions and what each run leaves are kept in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Outcrop, in your documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Processor threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>How many threads a job may use. 0 uses all; fewer leave more for other work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Delete the environments in “{folder}”? Models and results stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Outcrop: Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Networks need PyTorch; random forest and the other classifiers don't</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>the python program of the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>the folder with the wheels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy the command that fills such a folder on a computer with a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Look at every file and put back what is missing or damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Delete the environments that Outcrop has made, and all that is in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy facts and the log for a question; your home folder and passwords are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Outcrop computes in a Python of its own, outside QGIS. Nothing in QGIS's Python is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Looking at “{path}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Let Outcrop make its own (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Use a Python that I have: conda, a module, another environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Make one from a folder of wheels, without a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>The build of PyTorch that suits this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>PyTorch for the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>PyTorch for NVIDIA GPUs (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Without PyTorch: classifiers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Check and use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Looking at this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Ready to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Outcrop was updated. It goes on with the computing environment of the version before; renew it when you have a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Random forest, support vector machine and maximum likelihood work. The networks don't: PyTorch isn't installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Outcrop: setting up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Outcrop: removing the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Place: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Size: about {size} GB; {free} GB are free there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>From: Python {version}, {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Installs: {named} and {n} more, at locked versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Python {version}: {packages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>PyTorch: the {build} build, because {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>There is too little room on this disk. Make room first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Missing or too old: {packages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>GPU: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>All models work. Outcrop uses this Python now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Without PyTorch: random forest, support vector machine and maximum likelihood, no networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>The classifiers work, the networks don't. Outcrop uses this Python now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>That isn't enough. Install what is missing into it, or let Outcrop make its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>no package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/setup/task.py"/>
        <source>Setting up failed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The worker ended with status {status} before it was done. The details show what it printed last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The worker ended without a result. The details show what it printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The worker was killed, most often because memory ran out. Smaller tiles or a smaller batch size need less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The worker crashed (signal {number}). The details show what it printed last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The job failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/task.py"/>
        <source>The worker couldn't be started: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>about {n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} ha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>about {n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>about {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training_layer.py"/>
        <source>“{path}” exists already. Choose another name, so that nothing is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/training_layer.py"/>
        <source>“{path}” can't be made: {error} Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/warm_worker.py"/>
        <source>Outcrop is being shut down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/warm_worker.py"/>
        <source>The worker couldn't be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>What the model is called; empty takes the file's name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Names of the classes in the order of the model's output; empty takes the file's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Names of the bands in the order of the model's input; empty takes the file's, or numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Pixel size of the imagery it was trained on; 0 takes the file's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Divisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>What values are divided by first: 255 for bytes, 1 for values as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Subtracted after that, one for each band; empty takes the file's, or 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Divided by after that, one for each band; empty takes the file's, or 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Dropped at every side of a tile; −1 takes half the file's overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>What the numbers are that the model gives; auto looks at them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Write the classes' probabilities too, one band a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Write how unsure the model is, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Average over symmetries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Look at every tile in its eight symmetries: slower, a little better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Blend tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Blend overlapping tiles; for smooth probability maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Resample to the model's pixel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Bring the imagery to the pixel size that the model was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Tile size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Side of the tiles; 0 chooses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Tiles at a time; 0 chooses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>What computes the network; auto takes the fastest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>torch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>onnxruntime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>openvino</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Names of the classes in the order of the labels' numbers; empty takes the data set's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Kind of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Auto takes masks before COCO before YOLO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>coco</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>yolo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Of tiles that have no place on the map, such as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>Side of the tiles that the graph takes; 0 chooses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Side of the tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Step between neighbouring tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>GeoTIFF keeps all bands, values and the place; PNG has three bands of 8 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>tif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>YOLO labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>A text file for each tile: class and box of every object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>COCO labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>A JSON file for each part: classes, tiles, boxes of objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Share of the tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Without data, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Tiles of which a larger share has no data are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Labelled, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Tiles of which a smaller share is labelled are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Hard below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/tile_export_settings.py"/>
        <source>Tiles are listed as hard where a class other than background covers less than this share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Removes what is thinner than twice this many pixels of a class, by class name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Fills gaps thinner than twice this many pixels in a class, by class name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Gives every pixel the class that most have within so many pixels of it; 0 leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Smallest patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Gives patches smaller than this to the largest neighbour; 0 leaves them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Smallest polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Patches smaller than this go to their largest neighbour first; 0 keeps all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Simplify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Corners that stand out by about this much are taken away, on both sides of a border alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>How often corners are rounded, on both sides of a border alike; 0 leaves them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Names of the classes to draw; none draws all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Shortest line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Shorter lines are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/prediction/after_parameters.py"/>
        <source>Points that stand out by less than this are taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>The network or classifier to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Model settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>The model's own settings by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Side of the square pieces that a network sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Step between neighbouring tiles; a smaller one gives more tiles an epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Resize tiles to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Tiles are shrunk to this side before the network sees them; empty keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Tiles an epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>How many tiles make one epoch; empty takes what the stride gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Favour rare classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>0 draws tiles as classes occur, 1 shows every class equally often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>How bands are scaled; percentiles are robust against outliers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>percentiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>How validation pixels are held back; random tiles leak, for reproduction only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>random tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Share of the labels held back to measure the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Share of the labels that not even the choice of the best epoch sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Block size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Side of the blocks of the spatial split; empty fits it to the labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Width of the unused strip between training and validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Mirror tiles left-right and up-down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Quarter turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Turn tiles by 90, 180 and 270 degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Free rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Largest turn to either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Largest lengthening or shortening of either axis, as a share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Random crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Cut the tile at random from a larger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Centre crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Cut the tile from the middle of a larger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Colour jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Largest change of brightness and contrast, as a share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Deviation of Gaussian noise, in normalised units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>What training makes small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>focal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Weight of the Dice part beside the cross-entropy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>How strongly the focal loss turns to hard pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Class weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Give rare classes more weight in the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>median frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>How weights are changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Size of the steps; lower it when the loss jumps or becomes infinite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Of SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Pull of the weights towards zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>How the learning rate changes over the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>one cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Steps over which the learning rate rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Clip gradients at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Largest norm of the gradient; 0 switches it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Tiles in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>When to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>How often the training data is gone through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Time at which training ends, with what is best by then; empty sets no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Epochs without progress after which training ends; 0 never ends it early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Keep the epoch with the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/training/recipe.py"/>
        <source>Measure on the validation part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Band ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Adds (a − b) / (a + b) of pairs of bands: of bands next to each other, or of all pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Neighbourhood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Adds every band's mean and deviation within so many pixels of a pixel; 0 adds none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Trees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>More trees give smoother maps and take longer, in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Variables per split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How many randomly chosen bands or features a split looks at; empty takes the square root of their number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Leaves per tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The most leaves of one tree; fewer predict faster, empty lets trees grow until their leaves are pure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Levels per band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Every band is cut into so many levels before trees grow; fewer predict faster and take less memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Pixels per leaf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The fewest training pixels in one leaf; more give smoother maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>“balanced” counts a rare class's pixels as often as a common one's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Training sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Share of pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The share of each class's pixels that is learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>At least per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>So many pixels of each class are learned from (where there are as many), however small the share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>At most in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The classes' shares are kept when the sample is cut down to so many pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>What a wrongly classified training pixel costs: higher follows the training pixels closer. The papers use 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How narrow the kernel is, on features of unit deviation; empty takes 1 / number of features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The training sample is cut down to so many pixels, keeping the classes' shares: time grows with its square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Priors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How likely a class is beforehand: by its share of the training pixels, or all alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Regularisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Pulls every class's covariance towards a sphere; where one is singular it is pulled by itself, with a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the first level, doubled in each deeper one; fewer learn and map faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>How many times the image is halved: each step doubles what a pixel sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the first level; fewer learn and map faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Any convolutional network of the timm library by name, such as resnet34, vgg16 or convnext_tiny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Weights learned on photographs (imagenet) or on satellite imagery (resnet18 and resnet50 only), or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>sentinel2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>sentinel1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>sentinel1 sentinel2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Weight file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>A .safetensors file with weights of this encoder; used in place of a download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>First convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Which pretrained filter a band gets: the one of its colour by name and the others none, all filters in turn, their mean, or random ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>cycled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Decoder width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the finest level, doubled in each deeper one up to eightfold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Head width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the two layers between encoder and class scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Share of their values that is left out in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Output stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Pixels of the image in one of the deepest map: 8, 16 or 32; fewer keep detail and cost time and memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the pyramid of dilated convolutions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Pixels of the image in one of the deepest map: 8 or 16; fewer keep detail and cost time and memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>U-Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>The classic, and what every paper compares with; learns from nothing, any bands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Improved U-Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>The first to try: learns faster and steadier than the classic U-Net, from nothing, any bands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>U-Net on VGG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Fine detail at full resolution, slow; can start from photographs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>U-Net on MobileNetV3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Small and fast, for large areas on a computer without a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Residual U-Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Imagery with slope, aspect and surface model as further bands; learns from nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>AlbuNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Few polygons: a U-Net that starts from what ResNet-34 learned on photographs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>LinkNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Landslides with few polygons: starts from photographs and is fast for its depth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>FCN-8s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Lithological units: large, smooth areas from many fused layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>FCN-16s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>As FCN-8s with smoother, coarser boundaries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>FCN-32s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>As FCN-8s with the smoothest, coarsest boundaries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>SegNet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>A baseline with sharp edges and no skips; learns from nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>DeepLabV3+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Features of very different sizes that need their surroundings to be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Improved DeepLabV3+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Landslides: as DeepLabV3+ with better boundaries, at nearly three times the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Random forest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>A first look within seconds, and imagery whose colours alone tell the classes apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Support vector machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Few training pixels, classes whose colours overlap little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Maximum likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>The fastest: one Gaussian for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>unused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>several parts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
