<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Outcrop</name>
    <message>
        <location filename="../../plugin.py"/>
        <source>Outcrop</source>
        <translation>Outcrop</translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>Outcrop: train on polygons drawn over imagery, and map with the model</source>
        <translation>Outcrop：用绘制在影像上的多边形训练，并用模型制图</translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>&amp;Outcrop</source>
        <translation>&amp;Outcrop</translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>The settings were written by a newer Outcrop ({newer}; this is {own}). They are kept; what this version doesn't know of them is left alone. Update Outcrop to have all of it.</source>
        <translation>设置由更新的 Outcrop（{newer}，当前为 {own}）写成。它们会保留；当前版本不认识的部分不会改动。更新 Outcrop 即可全部使用。</translation>
    </message>
    <message>
        <location filename="../../plugin.py"/>
        <source>Outcrop: second view {n}</source>
        <translation>Outcrop：第二视图 {n}</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>{bands}: {first} … {last}</source>
        <translation>{bands}：{first} … {last}</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>{n} band</source>
        <translation>{n} 个波段</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>{n} bands</source>
        <translation>{n} 个波段</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>{bands}: {numbers}</source>
        <translation>{bands}：{numbers}</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>Bands: {bands}</source>
        <translation>波段：{bands}</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>Write numbers and ranges of bands, such as 1-3, 5.</source>
        <translation>请写波段编号和范围，例如 1-3, 5。</translation>
    </message>
    <message>
        <location filename="../../ui/band_numbers.py"/>
        <source>There is no band {n}; they are 1 to {most}.</source>
        <translation>没有波段 {n}；编号为 1 到 {most}。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>{told} GDAL says: {reason}.</source>
        <translation>{told} GDAL 提示：{reason}。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>“{path}” carries no legend: it isn't a prediction that Outcrop has written. Choose one that is.</source>
        <translation>“{path}”不含图例：它不是 Outcrop 写出的预测结果。请选择由 Outcrop 写出的预测结果。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>“{path}” can't be laid on the pixels of the map that is corrected.</source>
        <translation>无法将“{path}”对齐到被修正地图的像元上。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>The prediction “{path}” can't be read. Check that the file is there.</source>
        <translation>无法读取预测结果“{path}”。请检查该文件是否存在。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>“{path}” isn't a raster of classes in one byte a pixel. Choose a prediction.</source>
        <translation>“{path}”不是每像元一字节的类别栅格。请选择预测结果。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/class_raster.py"/>
        <source>“{path}” can't be read any more. Check that the file is there.</source>
        <translation>“{path}”已无法读取。请检查该文件是否存在。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/eye/hillshade.py"/>
        <source>hillshade · {name}</source>
        <translation>山体阴影 · {name}</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>take the class under the cursor</source>
        <translation>取光标下的类别</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>swap the last two classes</source>
        <translation>互换最近两个类别</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>smaller brush, or less alike</source>
        <translation>画笔变小，或相似度要求更高</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>larger brush, or more alike</source>
        <translation>画笔变大，或相似度要求更低</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>hide the map while held</source>
        <translation>按住时隐藏地图</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>swipe between imagery and map, by the mouse</source>
        <translation>用鼠标在影像与地图之间卷帘</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>go to the previous correction of the list</source>
        <translation>转到列表中的上一条修正</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>go to the next correction of the list</source>
        <translation>转到列表中的下一条修正</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>drop what is in hand; once more leaves the tool</source>
        <translation>放弃手中的内容；再按一次离开工具</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>finish what is in hand</source>
        <translation>完成手中的内容</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>take the last corner or region back</source>
        <translation>退回最后一个角点或区域</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>imagery in natural colours</source>
        <translation>影像自然色</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>imagery in false colours, near infrared as red</source>
        <translation>影像假彩色，近红外作红色</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>the imagery’s next band alone</source>
        <translation>影像的下一个单波段</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>stretch the imagery to what the view holds</source>
        <translation>按视图内容拉伸影像</translation>
    </message>
    <message>
        <location filename="../../ui/correction/keys.py"/>
        <source>imagery as it was</source>
        <translation>影像恢复原样</translation>
    </message>
    <message>
        <location filename="../../ui/correction/overlay.py"/>
        <source>“{path}” can't be written. Free some space, or check the folder.</source>
        <translation>无法写入“{path}”。请释放一些空间，或检查该文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/overlay.py"/>
        <source>“{path}” carries no legend: it isn't a prediction. Choose one that is.</source>
        <translation>“{path}”不含图例：它不是预测结果。请选择预测结果。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>Add a polygon</source>
        <translation>添加多边形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>Split polygons</source>
        <translation>分割多边形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>Delete polygons</source>
        <translation>删除多边形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>Reclassify polygons</source>
        <translation>更改多边形类别</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>“{name}” can't be edited. Save it to a GeoPackage first.</source>
        <translation>“{name}”无法编辑。请先把它保存为 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>What was drawn encloses nothing. Nothing was changed.</source>
        <translation>所画的内容没有围住任何东西。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>There is no polygon at that place. Nothing was changed.</source>
        <translation>该处没有多边形。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>The line cuts no polygon. Begin and end it outside of the polygon.</source>
        <translation>这条线没有切开任何多边形。请从多边形外开始，并在多边形外结束。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>The polygon can't be added to “{name}”.</source>
        <translation>无法把多边形添加到“{name}”。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/polygon_target.py"/>
        <source>The place can't be told in the layer's coordinate system.</source>
        <translation>无法在该图层的坐标系中确定位置。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/prediction_target.py"/>
        <source>The other prediction has none of these classes there. Nothing was changed.</source>
        <translation>另一预测在此处没有这些类别。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/prediction_target.py"/>
        <source>What was drawn lies outside of the prediction. Nothing was changed.</source>
        <translation>所画的内容在预测范围之外。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/prediction_target.py"/>
        <source>The map says nowhere “{name}” there. Nothing was changed.</source>
        <translation>那里的地图上没有“{name}”。未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/prediction_target.py"/>
        <source>Choose the other prediction first, under “Take from”.</source>
        <translation>请先在“取自”中选择另一预测。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/prediction_target.py"/>
        <source>It calls its classes {names}.</source>
        <translation>它的类别名为 {names}。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool.py"/>
        <source>Choose a class first.</source>
        <translation>请先选择一个类别。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Paint with the class. Alt and the wheel change the size, Shift draws straight lines, Ctrl paints the prediction back.</source>
        <translation>用所选类别涂画。Alt 加滚轮改变大小，Shift 画直线，Ctrl 恢复为预测。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Click the corners; a right click or double click finishes, Backspace takes one back.</source>
        <translation>点击各个角点；右键或双击结束，Backspace 退回一个角点。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Freehand</source>
        <translation>自由绘制</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Draw around the pixels with the button held; letting go finishes.</source>
        <translation>按住鼠标键围着像元画；松开即结束。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Drag from corner to corner.</source>
        <translation>从一角拖到对角。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Pick a region</source>
        <translation>拾取区域</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>The connected region of one class under the cursor is outlined; a click gives it the class. Shift and click collect regions, a right click gives the class to all of them.</source>
        <translation>光标下同一类别的连通区域会被勾出；点击即改为所选类别。按住 Shift 点击可收集多个区域，右键把它们全部改类。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Similar pixels</source>
        <translation>相似像元</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>What looks alike around the cursor in the imagery as it is drawn; zoom sets the scale, Alt and the wheel the tolerance. Hold the button to gather more.</source>
        <translation>光标周围在所显示影像中看起来相似的像元；缩放决定尺度，Alt 加滚轮改变容差。按住鼠标键可收集更多。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>A becomes B</source>
        <translation>A 变为 B</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Inside a polygon, one class becomes the chosen one. Which one, “Only where” says, else the class under the first corner.</source>
        <translation>在多边形内把一个类别变为所选类别。变哪一类由“仅当地图为”决定，否则取第一个角点下的类别。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Take from another prediction</source>
        <translation>取自另一预测</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Inside a polygon, take the classes of another prediction, chosen below.</source>
        <translation>在多边形内采用另一预测的类别，在下方选择该预测。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Back to the prediction</source>
        <translation>恢复为预测</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Inside a polygon, show again what the model had predicted.</source>
        <translation>在多边形内重新显示模型原来的预测。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Click a line across polygons; a right click or double click cuts them along it.</source>
        <translation>点击画出穿过多边形的线；右键或双击沿线切开。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Delete a polygon</source>
        <translation>删除多边形</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_kinds.py"/>
        <source>Click the polygon. Shift and click collect polygons, a right click deletes all of them.</source>
        <translation>点击多边形。按住 Shift 点击可收集多个多边形，右键把它们全部删除。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tool_set.py"/>
        <source>There is no class here.</source>
        <translation>此处没有类别。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tools/outline_tools.py"/>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tools/outline_tools.py"/>
        <source>Click at least {n} places first, then finish.</source>
        <translation>请先点击至少 {n} 个位置，然后结束。</translation>
    </message>
    <message>
        <location filename="../../ui/correction/tools/outline_tools.py"/>
        <source>Choose another class than the one that is to change, or begin on that one.</source>
        <translation>请选择与要更改的类别不同的类别，或从该类别上开始。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>{share} % of the map changed: {most}.</source>
        <translation>地图有 {share} % 发生变化：{most}。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>On {pixels} labelled pixels held back from both models, mIoU was {before} and is {after}:</source>
        <translation>在两个模型都留出的 {pixels} 个标注像元上，mIoU 由 {before} 变为 {after}：</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>On {pixels} labelled pixels of {n} polygon held back from both models, mIoU was {before} and is {after}:</source>
        <translation>在两个模型都留出的 {n} 个多边形的 {pixels} 个标注像元上，mIoU 由 {before} 变为 {after}：</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>On {pixels} labelled pixels of {n} polygons held back from both models, mIoU was {before} and is {after}:</source>
        <translation>在两个模型都留出的 {n} 个多边形的 {pixels} 个标注像元上，mIoU 由 {before} 变为 {after}：</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Whether it is better isn't known: no place was held back from both. Answer random places to tell.</source>
        <translation>无法判断是否更好：没有两者都未学习的位置。请回答随机位置以作判断。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>{n} correction differs from the new map still and was carried over.</source>
        <translation>{n} 处改正仍与新地图不同，已转入。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>{n} corrections differ from the new map still and were carried over.</source>
        <translation>{n} 处改正仍与新地图不同，已转入。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>The new map is as the first one: nothing changed.</source>
        <translation>新地图与原地图相同：没有变化。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Outcrop: mapping again with {model}</source>
        <translation>Outcrop：用 {model} 再次制图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Mapping the same extent again…</source>
        <translation>正在再次绘制同一范围…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>{before} → {after} {area}</source>
        <translation>{before} → {after} {area}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>the difference may be chance ({low} to {high}, 95 %).</source>
        <translation>差异可能出于偶然（{low} 至 {high}，95 %）。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>“Train again” ended before “{map}” was mapped again.</source>
        <translation>“再次训练”在重新绘制“{map}”之前就结束了。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>The map that was corrected is no longer in the project. Add it again.</source>
        <translation>被改正的地图已不在工程中。请重新添加。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Outcrop: comparing two maps</source>
        <translation>Outcrop：比较两幅地图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Outcrop: comparing models</source>
        <translation>Outcrop：比较模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Choose the imagery of this map on the Data page; it has to be a file.</source>
        <translation>请在“数据”页选择此地图的影像；它必须是文件。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>better, by {low} to {high} (95 %).</source>
        <translation>更好，提高 {low} 至 {high}（95 %）。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>worse, by {low} to {high} (95 %).</source>
        <translation>更差，变化 {low} 至 {high}（95 %）。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Map again</source>
        <translation>重新制图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/again_control.py"/>
        <source>Train again</source>
        <translation>再次训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/change_layer.py"/>
        <source>changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/change_layer.py"/>
        <source>The raster “{path}” can't be loaded. Check that the file is there.</source>
        <translation>无法加载栅格“{path}”。请检查文件是否存在。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/queue_control.py"/>
        <source>Outcrop: choosing tiles</source>
        <translation>Outcrop：选择图块</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/queue_control.py"/>
        <source>Choose a map that Outcrop has made.</source>
        <translation>请选择由 Outcrop 制作的地图。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/same_again.py"/>
        <source>It isn't known how it was made. Predict again, with “Probabilities” under “Make”.</source>
        <translation>无法得知它是如何生成的。请重新预测，并在“生成”下勾选“概率”。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/same_again.py"/>
        <source>“{path}”, of which it was made, is gone. Predict again with probabilities.</source>
        <translation>生成它所用的“{path}”已不存在。请连同概率重新预测。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/same_again.py"/>
        <source>“{path}” has changed since it was made. Predict again with probabilities.</source>
        <translation>“{path}”在生成之后已有改动。请连同概率重新预测。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>No probabilities were kept with this map; they say how likely each class is at every pixel.</source>
        <translation>此图没有保存概率；概率表示每个像元属于各类别的可能性。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>On {pixels} pixels held back: {precision} % of what it finds is right (precision), and it finds {recall} % of all (recall).</source>
        <translation>在 {pixels} 个留出像元上：找到的有 {precision} % 是对的（精确率），全部中找到了 {recall} %（召回率）。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>{model} · {class_name} from {at}</source>
        <translation>{model} · {class_name} ≥ {at}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>The map is kept as “{name}”.</source>
        <translation>此图已保存为“{name}”。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>More or fewer (not kept yet)</source>
        <translation>更多或更少（尚未保存）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>Where its probability is at least {at}: {share} % of the map.</source>
        <translation>概率不低于 {at} 处：占图的 {share} %。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>Where its probability is at least {at}: {share} % of the map. It was {before} %.</source>
        <translation>概率不低于 {at} 处：占图的 {share} %。原来是 {before} %。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>How right that is isn't known: the model held back no pixels of this class.</source>
        <translation>无法得知其正确程度：模型没有留出该类别的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>Mapping again for the probabilities…</source>
        <translation>正在为概率重新制图…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>The map's view shows nothing of this map. Move the view to it.</source>
        <translation>地图视图中看不到此图。请将视图移到它所在之处。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>Outcrop: keeping more or fewer</source>
        <translation>Outcrop：正在保存更多或更少</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>The model maps so from now on.</source>
        <translation>模型此后均按此制图。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>{n} correction was carried over.</source>
        <translation>已沿用 {n} 处修正。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>{n} corrections were carried over.</source>
        <translation>已沿用 {n} 处修正。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>{map} probabilities</source>
        <translation>{map} 概率</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>Outcrop: making probabilities</source>
        <translation>Outcrop：正在生成概率</translation>
    </message>
    <message>
        <location filename="../../ui/dock/again/threshold_control.py"/>
        <source>The map can't be shown like this: {reason}</source>
        <translation>无法这样显示此图：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Set up…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Show…</source>
        <translation>显示…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Look into it…</source>
        <translation>查看原因…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Renew…</source>
        <translation>更新…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Add PyTorch…</source>
        <translation>添加 PyTorch…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Show what would be installed, where, and how large it is; nothing happens yet</source>
        <translation>显示将安装什么、装在哪里、占多大空间；此时不会做任何更改</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>What the installer said last, to read and to copy</source>
        <translation>安装程序最后的输出，可阅读和复制</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../ui/dock/banner.py"/>
        <source>Stop setting up; what is installed already is kept</source>
        <translation>停止设置；已安装的内容会保留</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/answering.py"/>
        <source>“{name}” can't be written, so the answer isn't saved. Check that its file may be changed.</source>
        <translation>“{name}”无法写入，答案未保存。请检查该文件是否允许修改。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/answering.py"/>
        <source>The map can't show this place: {reason}</source>
        <translation>地图无法显示此处：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Point {n} of {count}: what is in the frame on the map?</source>
        <translation>第 {n} 点，共 {count} 点：地图上方框内是什么？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Accuracy and areas</source>
        <translation>精度与面积</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Tell accuracy and areas, with intervals, from the answers so far</source>
        <translation>根据目前的答案给出精度和面积及其区间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Points that were drawn over a map, to be answered by you</source>
        <translation>在地图上抽取、由您判读的点</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Draw…</source>
        <translation>抽样…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Draw a new accuracy sample over a map</source>
        <translation>在地图上抽取新的精度样本</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Second opinion</source>
        <translation>第二意见</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Answer the points that have an answer once more, without seeing it; yours counts in the end</source>
        <translation>对已有答案的点再判读一次，不显示原答案；最终以您的为准</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Can't tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>{n} of {count} answered</source>
        <translation>已判读 {n} / {count}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>How right is a map? Draw random points over it, say what each one really is, and get its accuracy and the areas of its classes with intervals.</source>
        <translation>地图有多准？在其上抽取随机点，判读每个点的真实类别，即可得到精度和各类面积及其区间。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>No point has an answer yet, so there is nothing to give a second opinion on.</source>
        <translation>还没有任何点有答案，因此无法给出第二意见。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Back</source>
        <translation>上一个</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Look at the point before again</source>
        <translation>再看上一个点</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>The imagery doesn't show what is there</source>
        <translation>影像看不出此处是什么</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Leave this point open and go to the next</source>
        <translation>暂不判读此点，转到下一个</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Train and compare models…</source>
        <translation>训练并比较模型…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>A table, maps and a report to print</source>
        <translation>表格、地图和可打印的报告</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Report of a comparison…</source>
        <translation>比较报告…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Maps, figures and tables on one page, with what other assessments have found</source>
        <translation>把地图、图和表以及其他评估的结果放在一页上</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Accuracy against labels…</source>
        <translation>对照标注的精度…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Confusion matrix, precision, recall, F1, IoU</source>
        <translation>混淆矩阵、精确率、召回率、F1、IoU</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Boundaries and objects…</source>
        <translation>边界与对象…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Distances in metres, objects found, lines</source>
        <translation>以米计的距离、找到的对象、线状要素</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Where a model may be trusted…</source>
        <translation>模型在何处可信…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>How unlike its training pixels the imagery is</source>
        <translation>影像与其训练像元相差多少</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Which bands matter…</source>
        <translation>哪些波段重要…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>How much worse maps get without each band</source>
        <translation>缺少每个波段时地图变差多少</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>What a network looks at…</source>
        <translation>网络在看什么…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Pixels and bands that speak for a class on a tile</source>
        <translation>在一个图块上支持某一类别的像元和波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Every point is answered.</source>
        <translation>所有点均已判读。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>This was the last point.</source>
        <translation>这是最后一个点。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>This point is {name}</source>
        <translation>此点为 {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>Answered: {answer}</source>
        <translation>答案：{answer}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/compare/compare_page.py"/>
        <source>More ways to assess</source>
        <translation>更多评估方式</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/ago.py"/>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/ago.py"/>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/ago.py"/>
        <source>{n} days ago</source>
        <translation>{n} 天前</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/ago.py"/>
        <source>{n} min ago</source>
        <translation>{n} 分钟前</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/ago.py"/>
        <source>{n} h ago</source>
        <translation>{n} 小时前</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/class_buttons.py"/>
        <source>The class to paint with; keys 1 to 9 take the first nine</source>
        <translation>用来涂画的类别；按键 1 至 9 选取前九个</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>Try again ({n})</source>
        <translation>重试（{n}）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>“{name}” was removed. Its corrections are kept in “{file}”; they are there again with the prediction.</source>
        <translation>“{name}”已被移除。它的修正保存在“{file}”中；预测回来后修正也会回来。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>Nothing to correct yet: predict first, on the page before this one.</source>
        <translation>还没有可修正的内容：请先在前一页预测。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>No corrections yet</source>
        <translation>还没有修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} pixel lies outside of the prediction.</source>
        <translation>{n} 个像元在预测范围之外。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} pixels lie outside of the prediction.</source>
        <translation>{n} 个像元在预测范围之外。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} pixel has no prediction.</source>
        <translation>{n} 个像元没有预测。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} pixels have no prediction.</source>
        <translation>{n} 个像元没有预测。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{these} They were left as they are; “Paint over “no data” too” paints them.</source>
        <translation>{these}它们保持不变；“也涂画“无数据”处”会涂画它们。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>The correction is saved, but can’t be shown: {reason}</source>
        <translation>修正已保存，但无法显示：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>Edited, not saved yet</source>
        <translation>已编辑，尚未保存</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>Nothing edited</source>
        <translation>没有编辑</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} correction</source>
        <translation>{n} 条修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{n} corrections</source>
        <translation>{n} 条修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/control.py"/>
        <source>{reason} What you drew is kept: press “Try again”.</source>
        <translation>{reason}所画的内容已保留：请按“重试”。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>List only what became this class</source>
        <translation>只列出改为该类别的修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>List only what this analyst corrected</source>
        <translation>只列出该分析人员的修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>List only what was corrected lately</source>
        <translation>只列出最近的修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Show the chosen correction on the map; so do Return and a double click</source>
        <translation>在地图上显示所选修正；按回车或双击也可以</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Revert the chosen correction alone, where later ones don’t touch its pixels</source>
        <translation>只还原所选的修正，前提是后来的修正没有触及其像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Every correction, the newest first; what was undone is crossed out</source>
        <translation>全部修正，最新的在前；已撤销的加删除线</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Revert this one</source>
        <translation>还原这一条</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>Note on a correction</source>
        <translation>修正的备注</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>What is to be remembered of it</source>
        <translation>关于它要记住什么</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>last week</source>
        <translation>最近一周</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>any class</source>
        <translation>任意类别</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>as predicted</source>
        <translation>按预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/correction_list.py"/>
        <source>anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>Now {name}, before {before} (pixels)</source>
        <translation>现为 {name}，之前为 {before}（像元）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>By {user} on {when}, over a map by {model}</source>
        <translation>由 {user} 于 {when} 修正，地图来自 {model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>Now</source>
        <translation>现为</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/corrections_model.py"/>
        <source>an unnamed model</source>
        <translation>未命名的模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>One band</source>
        <translation>单个波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>Second map view with</source>
        <translation>第二个地图视图，显示</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>the imagery beneath the map</source>
        <translation>地图下面的影像</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>Hillshade over the map</source>
        <translation>地图上的山体阴影</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>“{name}” has no bands for that.</source>
        <translation>“{name}”没有所需的波段。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/eye.py"/>
        <source>There is no second map view here.</source>
        <translation>这里无法打开第二个地图视图。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Alt+click</source>
        <translation>Alt+点击</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Alt+wheel</source>
        <translation>Alt+滚轮</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Choose a class, choose a tool, and draw on the map: each correction is written at once, beside the prediction, whose file never changes. Undo works over all tools, without limit, tomorrow too. “Apply…” writes a corrected copy, “Export as labels” polygons to train on.</source>
        <translation>选择类别，选择工具，在地图上绘制：每条修正立即写在预测旁边，预测文件从不改变。撤销适用于所有工具，没有次数限制，明天也有效。“应用…”写出修正副本，“导出为标签”写出可用于训练的多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>“Only where the map says” keeps every tool from changing other classes.</source>
        <translation>“仅当地图为”使任何工具都不会更改其他类别。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Keys, while one of these tools is used</source>
        <translation>使用这些工具时的按键</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Outcrop: Correct</source>
        <translation>Outcrop：修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>What the Correct page is for, its tools and all keys</source>
        <translation>修正页的用途、工具和全部按键</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>take a class</source>
        <translation>选取类别</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/help.py"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/opening.py"/>
        <source>Outcrop: reading the prediction</source>
        <translation>Outcrop：正在读取预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/opening.py"/>
        <source>“{path}” can't be read: {error}.</source>
        <translation>无法读取“{path}”：{error}。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>Outcrop: applying corrections</source>
        <translation>Outcrop：正在应用修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>Outcrop: corrections as labels</source>
        <translation>Outcrop：修正转为标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>Corrected copy of the prediction</source>
        <translation>预测的修正副本</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>{name}, corrected</source>
        <translation>{name}（已修正）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>Corrections as labels</source>
        <translation>修正转为标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>Outcrop: labelling regions</source>
        <translation>Outcrop：正在标记区域</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>The corrected copy is “{file}”; the prediction is as it was.</source>
        <translation>修正副本为“{file}”；预测保持原样。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>The corrections are polygons of “{file}” now: train on them.</source>
        <translation>修正现已成为“{file}”中的多边形：可用它们训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/outcomes.py"/>
        <source>“{path}” was written, but QGIS can't load it.</source>
        <translation>“{path}”已写出，但 QGIS 无法加载。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>New session</source>
        <translation>新会话</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>The prediction to correct, or a layer of training polygons</source>
        <translation>要修正的预测，或训练多边形图层</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>All tools and keys of this page, in a window beside it</source>
        <translation>本页的全部工具和按键，在旁边的窗口中列出</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Correct</source>
        <translation>修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>The file of corrections beside the prediction; there can be several</source>
        <translation>预测旁边的修正文件；可以有多个</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>The field that holds the class</source>
        <translation>保存类别的字段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Only pixels that have this class now are changed, whichever tool is used</source>
        <translation>无论用哪个工具，只更改现在为该类别的像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Only where
the map says</source>
        <translation>仅当
地图为</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>The brush’s diameter; Alt and the wheel change it on the map</source>
        <translation>画笔直径；在地图上用 Alt 加滚轮改变</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>px</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Whether the brush is measured in pixels or in metres</source>
        <translation>画笔以像元还是以米计</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>The prediction whose classes are taken inside the polygon</source>
        <translation>在多边形内采用其类别的预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Take from</source>
        <translation>取自</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Paint over “no data” too</source>
        <translation>也涂画“无数据”处</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Otherwise pixels without a prediction are left as they are</source>
        <translation>否则没有预测的像元保持不变</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>What stands in the session; every correction is on the disk already</source>
        <translation>会话中的内容；每条修正都已写入磁盘</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Write again what couldn’t be written</source>
        <translation>再次写入未能写入的内容</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Take the last correction back (Z or Ctrl+Z on the map)</source>
        <translation>撤销最后一条修正（在地图上按 Z 或 Ctrl+Z）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Do it again (Y or Ctrl+Shift+Z on the map)</source>
        <translation>重做（在地图上按 Y 或 Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Help for the eye</source>
        <translation>目视辅助</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Help for the eye: band combinations, stretches, a second map view, hillshade</source>
        <translation>辅助观察：波段组合、拉伸、第二个地图视图、山体阴影</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Export as labels</source>
        <translation>导出为标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Write the corrections as polygons to train on</source>
        <translation>把修正写成可用于训练的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Apply…</source>
        <translation>应用…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Write a corrected copy of the prediction, or save the polygons</source>
        <translation>写出预测的修正副本，或保存多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Save Edits</source>
        <translation>保存编辑</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/page.py"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/sessions.py"/>
        <source>Reading the prediction…</source>
        <translation>正在读取预测…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/sessions.py"/>
        <source>Folder for the corrections</source>
        <translation>存放修正的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/sessions.py"/>
        <source>Carry over what fits</source>
        <translation>沿用仍然合适的修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/sessions.py"/>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/correct/tool_row.py"/>
        <source>Choose a class and a tool, then correct on the map. [?] lists all keys.</source>
        <translation>选择类别和工具，然后在地图上修正。[?] 列出全部按键。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>About {pixels} pixels of “{name}” are labelled. Of fewer than {few}, what is held back to measure the model tells little.</source>
        <translation>“{name}”约有 {pixels} 个像元已标注。少于 {few} 个时，留出来测量模型的那部分说明不了多少。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>The classes over the imagery, in the colours of the layer’s style. The pencil, or the key beside it, draws polygons of a class. Double click a class, or press Space, to give it another colour. Pixels are estimated from the polygons’ area.</source>
        <translation>影像上的各类别，颜色与图层样式一致。点击铅笔或按其旁边的数字键可绘制该类别的多边形。双击类别或按空格键可更改颜色。像元数由多边形面积估算。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Draw polygons of “{name}”</source>
        <translation>绘制“{name}”的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Colour…</source>
        <translation>颜色…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Colour of “{name}”</source>
        <translation>“{name}”的颜色</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Polygons</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/class_table.py"/>
        <source>Pixels</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>Corrections to maps of this imagery; corrected pixels go before polygons</source>
        <translation>对该影像各地图的改正；改正的像元优先于多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>Learn from the polygons and the corrections, map the same extent again, and show what changed</source>
        <translation>用多边形和改正重新学习，再次绘制同一范围，并显示变化</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>{n} session</source>
        <translation>{n} 个会话</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>{n} sessions</source>
        <translation>{n} 个会话</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>Corrections</source>
        <translation>改正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/corrections_row.py"/>
        <source>none of them</source>
        <translation>均不使用</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/count_task.py"/>
        <source>Outcrop: counting labels</source>
        <translation>Outcrop：正在统计标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>“{name}” looks like a map of classes, not like imagery. Load imagery, or take it all the same.</source>
        <translation>“{name}”看起来是分类图，而不是影像。请加载影像，或仍然使用它。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygon crosses itself; it is repaired for training, the layer stays as it is.</source>
        <translation>{n} 个多边形自相交；训练时会自动修复，图层保持不变。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygons cross themselves; they are repaired for training, the layer stays as it is.</source>
        <translation>{n} 个多边形自相交；训练时会自动修复，图层保持不变。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There is one class only, “{name}”. Draw polygons of another class too, or say that everything else is background.</source>
        <translation>只有一个类别“{name}”。请再绘制另一类别的多边形，或声明其余部分都是背景。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>“{name}” can't be read. Check that its file is whole.</source>
        <translation>无法读取“{name}”。请检查其文件是否完整。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>The labelled area is no larger than the polygons: nothing in it is background. Choose a larger one.</source>
        <translation>标注区域不比多边形大：其中没有背景。请选择更大的区域。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>The polygons of “{name}” lie outside “{imagery}”. Choose others, or check both coordinate systems.</source>
        <translation>“{name}”的多边形位于“{imagery}”之外。请选择其他多边形，或检查两者的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygon lies outside the imagery.</source>
        <translation>{n} 个多边形位于影像之外。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygons lie outside the imagery.</source>
        <translation>{n} 个多边形位于影像之外。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygon has no class and is left out.</source>
        <translation>{n} 个多边形没有类别，将被忽略。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} polygons have no class and are left out.</source>
        <translation>{n} 个多边形没有类别，将被忽略。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>The points of “{name}” lie outside “{imagery}”. Choose others, or check both coordinate systems.</source>
        <translation>“{name}”中的点位于“{imagery}”之外。请选择其他点，或检查两者的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There is one class only. Choose points of more classes, or say that everything else is background.</source>
        <translation>只有一个类别。请选择包含更多类别的点，或指明其余部分均为背景。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} point lies outside the imagery.</source>
        <translation>{n} 个点位于影像之外。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} points lie outside the imagery.</source>
        <translation>{n} 个点位于影像之外。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} point has no class and is left out.</source>
        <translation>{n} 个点没有类别，将被略去。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{n} points have no class and are left out.</source>
        <translation>{n} 个点没有类别，将被略去。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>“{name}” has no labels over “{imagery}”. Choose others, or check both coordinate systems.</source>
        <translation>“{name}”在“{imagery}”范围内没有标签。请选择其他标签，或检查两者的坐标系。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>“{name}” holds more than {most} different values, too many for classes. Choose a raster whose values are classes, not measurements.</source>
        <translation>“{name}”含有超过 {most} 个不同的值，作为类别太多。请选择以值表示类别而非测量值的栅格。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There are {n} classes. Do this raster's values stand for classes?</source>
        <translation>共有 {n} 个类别。此栅格的值是否表示类别？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There is one class only, “{name}”. Choose labels of more classes, or say that everything else is background.</source>
        <translation>只有一个类别“{name}”。请选择含更多类别的标签，或说明其余均为背景。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>{names} differ only in how they are written, and are taken for {n} classes.</source>
        <translation>{names}仅写法不同，被当作 {n} 个类别。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There are {n} classes; at most {most} fit. Choose another class field.</source>
        <translation>共有 {n} 个类别，最多允许 {most} 个。请选择另一个类别字段。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>Load imagery first: drag a GeoTIFF into QGIS, or use Layer ▸ Add Layer.</source>
        <translation>请先加载影像：将 GeoTIFF 拖入 QGIS，或使用“图层 ▸ 添加图层”。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>Take it</source>
        <translation>使用它</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>Class “{name}” covers no pixel: its polygons are smaller than one. Draw larger ones.</source>
        <translation>类别“{name}”没有覆盖任何像元：其多边形小于一个像元。请绘制更大的多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>Merge gives all of them the name “{name}”; it can be undone.</source>
        <translation>“合并”会把它们都命名为“{name}”，可以撤销。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>No polygon over the imagery has a class yet. Fill in the class field.</source>
        <translation>影像上的多边形都还没有类别。请填写类别字段。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>It is</source>
        <translation>其余是背景</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>Choose polygons or points, or press New to draw polygons over the imagery.</source>
        <translation>请选择多边形或点图层，或按“新建”在影像上绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>Choose the field that holds the class (there are: {listed}).</source>
        <translation>选择存放类别的字段（现有：{listed}）。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>The labelled area lies outside the imagery. Choose another one.</source>
        <translation>标注区域位于影像之外。请选择另一个。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>“{name}” has no polygons yet. Draw some over the imagery.</source>
        <translation>“{name}”还没有多边形。请在影像上绘制一些。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>“{name}” has no points yet. Choose other labels.</source>
        <translation>“{name}”中还没有点。请选择其他标签。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>There are {n} classes. Is this the field that holds the class?</source>
        <translation>共有 {n} 个类别。这是存放类别的字段吗？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_choice.py"/>
        <source>If they are one, give all of it one name.</source>
        <translation>如果它们是同一类，请统一为一个名称。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_control.py"/>
        <source>New training layer: {path}</source>
        <translation>新建训练图层：{path}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>The raster to learn from and to map: satellite, aerial or geophysical imagery</source>
        <translation>用于学习和制图的栅格：卫星、航空或地球物理影像</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>The labels are being counted …</source>
        <translation>正在统计标签……</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Bands, ground sampling distance, coordinate system and data type of the imagery</source>
        <translation>影像的波段、地面采样距离、坐标参照系和数据类型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Learn from the polygons that are selected in the map, not from the others</source>
        <translation>只用地图中选中的多边形学习，不使用其他多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>The field that holds the class of each polygon: text or whole numbers</source>
        <translation>存放各多边形类别的字段：文本或整数</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Imagery</source>
        <translation>影像</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Bands</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Elsewhere</source>
        <translation>其他位置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Next: Train</source>
        <translation>下一步：训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Go to the Train page</source>
        <translation>转到“训练”页</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Pixel size</source>
        <translation>像元大小</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>No raster in this project yet</source>
        <translation>此工程中尚无栅格</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/data_page.py"/>
        <source>The labels can't be counted: {reason}</source>
        <translation>无法统计标签：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>Drawing “{name}”: click the corners; the right button or Return finishes the polygon. 1 to 9 choose another class, Esc ends.</source>
        <translation>正在绘制“{name}”：点击各顶点；右键或回车键完成多边形。按 1 至 9 选择其他类别，按 Esc 结束。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>“{layer}” lies under “{imagery}”: move it up in the list of layers to see what you draw.</source>
        <translation>“{layer}”位于“{imagery}”之下：请在图层列表中将其上移，以便看到所绘内容。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>The field “{field}” of “{layer}” can't hold “{name}”. Give the class a shorter name.</source>
        <translation>“{layer}”的字段“{field}”存不下“{name}”。请给类别起一个更短的名称。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>Choose the field of “{layer}” that holds the class first.</source>
        <translation>请先选择“{layer}”中保存类别的字段。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>The field “{field}” of “{layer}” holds numbers; “{name}” is none. Give the class a number.</source>
        <translation>“{layer}”的字段“{field}”保存数字，而“{name}”不是数字。请用数字表示类别。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>Polygon of “{name}”</source>
        <translation>“{name}”的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/drawing.py"/>
        <source>“{name}” can't be edited. Save it as a GeoPackage first: right click ▸ Export ▸ Save Features As.</source>
        <translation>“{name}”无法编辑。请先另存为 GeoPackage：右键 ▸ 导出 ▸ 要素另存为。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>What lies outside the polygons. Unknown: only the polygons count; a dozen will do. Background: inside the area that you choose everything is labelled, and what no polygon covers is background.</source>
        <translation>多边形之外是什么。未知：只计多边形，十几个就够。背景：在所选区域内一切都已标注，没有多边形覆盖之处即为背景。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>Polygons inside which labelling is complete; not the polygons of the classes</source>
        <translation>其内部标注完整的多边形；不是类别多边形本身</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>Again</source>
        <translation>重取</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>Take the rectangle from the map anew</source>
        <translation>重新从地图上取矩形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>The rectangle is outlined on the map.</source>
        <translation>该矩形已在地图上描出。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>is unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>is background in the whole imagery</source>
        <translation>在整个影像中为背景</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>is background in what the map shows now</source>
        <translation>在地图当前显示范围内为背景</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>is background in a rectangle that I draw</source>
        <translation>在我绘制的矩形内为背景</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>is background inside the polygons of…</source>
        <translation>在以下图层的多边形内为背景…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>Draw the rectangle on the map: press, drag, and let go.</source>
        <translation>在地图上绘制矩形：按下、拖动、松开。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>The rectangle lies outside “{name}”. Take it anew.</source>
        <translation>该矩形位于“{name}”之外。请重新选取。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>There is no layer with the labelled area yet. Load one, or choose a rectangle instead.</source>
        <translation>还没有标注区域图层。请加载一个，或改选矩形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/elsewhere.py"/>
        <source>“{name}” comes from a server and has no end. Draw a rectangle instead.</source>
        <translation>“{name}”来自服务器，没有边界。请改为绘制矩形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>The bands to learn from and to map with, in order. Open the list to leave some out or to drag them.</source>
        <translation>用于学习和制图的波段，按顺序排列。打开列表可去掉某些波段或拖动调整顺序。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>The bands to learn from, in order</source>
        <translation>用于学习的波段，按顺序排列</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>Numbers, such as 1-60, 75</source>
        <translation>编号，例如 1-60, 75</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>The bands to use by number, in this order; Return takes them</source>
        <translation>按编号和此处顺序使用的波段；按回车键采用</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>Show only…</source>
        <translation>只显示…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>Show only bands with this in their name, number or wavelength</source>
        <translation>只显示名称、编号或波长中含有此内容的波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>Move the band up (Ctrl+Up)</source>
        <translation>上移该波段（Ctrl+Up）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>Move the band down (Ctrl+Down)</source>
        <translation>下移该波段（Ctrl+Down）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>By wavelength</source>
        <translation>按波长</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>Put the bands into the order of their wavelengths</source>
        <translation>按波长排列波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>Check none of the bands that are shown, to choose a few then</source>
        <translation>取消勾选所显示的全部波段，以便再选其中几个</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>Take every band in the order in which the layers have them</source>
        <translation>按图层中的顺序使用所有波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_choice.py"/>
        <source>Check at least one band; until then those before stay.</source>
        <translation>请至少勾选一个波段；在此之前沿用原来的波段。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_list.py"/>
        <source>Check the bands to use; Shift and a click, or Space, checks several. Drag them, or press Ctrl and an arrow key, to change their order.</source>
        <translation>勾选要使用的波段；按住 Shift 点击或按空格键可勾选多个。拖动波段，或按 Ctrl 加方向键，可改变顺序。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/band_list.py"/>
        <source>{n} nm</source>
        <translation>{n} nm</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/imagery_summary.py"/>
        <source>{n} of {bands}</source>
        <translation>{n} / {bands}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/imagery_summary.py"/>
        <source>{side} m</source>
        <translation>{side} 米</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/imagery_summary.py"/>
        <source>own CRS</source>
        <translation>自定义坐标参照系</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/pixel_size.py"/>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/pixel_size.py"/>
        <source>This layer is no file: QGIS draws it with pixels of this size before the computing begins</source>
        <translation>该图层不是文件：计算开始前，QGIS 会按此像元大小绘制它</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/stack_rows.py"/>
        <source>Stack another raster on the imagery, such as elevation or magnetics; it is brought to the first’s grid</source>
        <translation>在影像上叠加另一个栅格，如高程或磁测数据；会转换到第一个栅格的格网</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/stack_rows.py"/>
        <source>Save the stack…</source>
        <translation>保存叠加影像…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/stack_rows.py"/>
        <source>Prepare a layer</source>
        <translation>制作图层</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/stack_rows.py"/>
        <source>Take for imagery what looks like a map</source>
        <translation>将看似分类图的栅格用作影像</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/stack_rows.py"/>
        <source>{title}…</source>
        <translation>{title}…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/stack_rows.py"/>
        <source>Move it up; above all others it gives the grid</source>
        <translation>上移；位于最上方的栅格决定格网</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/stack_rows.py"/>
        <source>Take it out of the stack; the layer stays in the project</source>
        <translation>从叠加中移除；图层仍保留在工程中</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/imagery/stack_rows.py"/>
        <source>No other raster in this project</source>
        <translation>工程中没有其他栅格</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>Only the {n} selected polygon</source>
        <translation>仅选中的 {n} 个多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>Only the {n} selected polygons</source>
        <translation>仅选中的 {n} 个多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>Polygons drawn over the imagery or points of a survey, each with its class, or a raster whose values are classes; any coordinate system will do</source>
        <translation>绘制在影像上的多边形或调查点（各有类别），或以像元值表示类别的栅格；任何坐标系均可</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>Make a polygon layer with the right fields over this imagery, and start drawing</source>
        <translation>在该影像上新建带有所需字段的多边形图层，并开始绘制</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>In another place…</source>
        <translation>放在其他位置…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>Rasters that hold labels</source>
        <translation>作为标签的栅格</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>Only the {n} selected point</source>
        <translation>仅选中的 {n} 个点</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/labels_box.py"/>
        <source>Only the {n} selected points</source>
        <translation>仅选中的 {n} 个点</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/new_class_field.py"/>
        <source>Add a class: type its name</source>
        <translation>添加类别：输入名称</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/new_class_field.py"/>
        <source>Name of a further class; Return adds it, and its polygons can be drawn at once</source>
        <translation>新类别的名称；按回车键添加，随即可绘制其多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/new_class_field.py"/>
        <source>Add the class and draw its polygons</source>
        <translation>添加该类别并绘制其多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/scene.py"/>
        <source>A layer that was chosen is no longer in the project. Choose again on the Data page.</source>
        <translation>所选的图层已不在工程中。请在“数据”页重新选择。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/validation_map.py"/>
        <source>training and validation</source>
        <translation>训练与验证</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/validation_map.py"/>
        <source>The map of the parts “{path}” can't be loaded. Make it again with Show map.</source>
        <translation>无法加载划分图“{path}”。请用“显示分布图”重新生成。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/data/validation_map.py"/>
        <source>Outcrop: splitting the labels</source>
        <translation>Outcrop：正在划分标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Settings of Outcrop</source>
        <translation>Outcrop 设置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>There are no corrections to learn from yet. Correct a map of this imagery first.</source>
        <translation>尚无可学习的改正。请先改正该影像的地图。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>Predict canvas extent</source>
        <translation>预测画布范围</translation>
    </message>
    <message>
        <location filename="../../ui/dock/dock.py"/>
        <source>A prediction runs already. Wait for its end, or cancel it.</source>
        <translation>已有预测在运行。请等待其结束，或取消它。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>Help: the manual, and the first steps with a sample to try them on</source>
        <translation>帮助：手册，以及带样例的入门</translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>About this page</source>
        <translation>关于本页</translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>What goes wrong, and what to do</source>
        <translation>出了什么问题、怎么办</translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>No browser could be opened. The manual is here: {address}</source>
        <translation>没能打开浏览器。手册在这里：{address}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/environment_panel.py"/>
        <source>Outcrop is ready to compute.</source>
        <translation>Outcrop 已可以开始计算。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/live_control.py"/>
        <source>Choose imagery and polygons first.</source>
        <translation>请先选择影像和多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/live_control.py"/>
        <source>This view of “{name}” has {n} pixels to fetch, too many for a sketch. Zoom in, or choose larger pixels.</source>
        <translation>“{name}”的此视图需获取 {n} 个像元，对草图而言过多。请放大，或选择更大的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Outcrop: {model}</source>
        <translation>Outcrop：{model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Card of “{model}”</source>
        <translation>“{model}”的卡片</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>&amp;Notes</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>What you want to remember of this model; kept in its file</source>
        <translation>关于该模型您想记下的内容；保存在模型文件中</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Where it works, where it doesn’t, what to try next…</source>
        <translation>在哪里有效，在哪里无效，下一步可尝试什么…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Close this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>&amp;Save notes</source>
        <translation>保存备注(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Write the notes into the model file</source>
        <translation>将备注写入模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Open in &amp;browser</source>
        <translation>在浏览器中打开(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Show the card in the web browser, to print or to send on</source>
        <translation>在网页浏览器中显示模型卡片，便于打印或转发</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Training &amp;map</source>
        <translation>训练分布图(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/card_dialog.py"/>
        <source>Show which pixels it was trained on and which were held back, as a layer</source>
        <translation>以图层显示哪些像元用于训练、哪些留出</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>mIoU on the same {pixels} pixels of {n} polygon, none of which these models learned from.</source>
        <translation>在这些模型都未学习过的 {n} 个多边形的相同 {pixels} 个像元上的 mIoU。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>mIoU on the same {pixels} pixels of {n} polygons, none of which these models learned from.</source>
        <translation>在这些模型都未学习过的 {n} 个多边形的相同 {pixels} 个像元上的 mIoU。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>So few polygons are no measure: draw some in new places, and compare again.</source>
        <translation>多边形太少，不足为据：请在新的地方再画一些，然后重新比较。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>mIoU on the same {n} labelled pixels, none of which these models learned from.</source>
        <translation>在这些模型都未学习过的相同 {n} 个标注像元上的 mIoU。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>Choose imagery and polygons on the Data page first: models are compared on them.</source>
        <translation>请先在“数据”页选择影像和多边形：模型在其上比较。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>Models are compared on imagery from files only.</source>
        <translation>只能在来自文件的影像上比较模型。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/comparison.py"/>
        <source>There are no two models that fit this imagery yet. Train another one first.</source>
        <translation>还没有两个适用于该影像的模型。请先再训练一个。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/file_task.py"/>
        <source>“{file}” can't be read or written: {reason}. Check that its disk is there and has room.</source>
        <translation>无法读写“{file}”：{reason}。请检查其所在磁盘是否可用且有剩余空间。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/file_task.py"/>
        <source>This failed in a way that wasn't foreseen. Try again. It said: {error}</source>
        <translation>出现了意料之外的错误。请重试。错误信息：{error}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Export as ONNX</source>
        <translation>导出为 ONNX</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Outcrop: exporting {model}</source>
        <translation>Outcrop：正在导出 {model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Outcrop: importing {name}</source>
        <translation>Outcrop：正在导入 {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Import {name}</source>
        <translation>导入 {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Try again with these answers</source>
        <translation>用这些回答重试</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>Leave the file where it is</source>
        <translation>文件保留在原处</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interchange.py"/>
        <source>The model was exported to “{file}”.</source>
        <translation>模型已导出到“{file}”。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>A training run of {moment} goes on in another process, at epoch {epoch} of {epochs}.</source>
        <translation>{moment} 开始的训练正在另一个进程中进行，第 {epoch} 轮，共 {epochs} 轮。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>A training run of {moment} was interrupted at epoch {epoch} of {epochs}.</source>
        <translation>{moment} 开始的训练在第 {epoch} 轮中断，共 {epochs} 轮。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>best mIoU {value}</source>
        <translation>最佳 mIoU {value}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Resume</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Go on from where it was interrupted; it ends as if it never had been</source>
        <translation>从中断处继续；结果与从未中断时相同</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Keep best</source>
        <translation>保留最佳</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Make a model file of the best epoch, and end the training</source>
        <translation>用最佳轮次生成模型文件，并结束训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Discard: delete what the training has left</source>
        <translation>放弃：删除该训练留下的内容</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>Watch</source>
        <translation>查看</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>See its curves here; it goes on wherever it was started</source>
        <translation>在此查看其曲线；训练仍在原处进行</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>{n} more run was found.</source>
        <translation>另外找到 {n} 次训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/interrupted_runs.py"/>
        <source>{n} more runs were found.</source>
        <translation>另外找到 {n} 次训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>mIoU {value} on the pixels it learned from, which flatters it</source>
        <translation>在其学习过的像元上 mIoU 为 {value}，该值偏高</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>mIoU {value} on pixels held back ({pixels} pixels, {n} polygon)</source>
        <translation>留出像元上的 mIoU {value}（{pixels} 个像元，{n} 个多边形）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>mIoU {value} on pixels held back ({pixels} pixels, {n} polygons)</source>
        <translation>留出像元上的 mIoU {value}（{pixels} 个像元，{n} 个多边形）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>{figure}, too few to be a measure</source>
        <translation>{figure}，太少，不足为据</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>mIoU {value} on pixels held back ({pixels} pixels)</source>
        <translation>留出像元上的 mIoU {value}（{pixels} 个像元）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>{model}, trained at {size} m</source>
        <translation>{model}，训练时像元大小 {size} 米</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>Classes: {classes}</source>
        <translation>类别：{classes}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_entries.py"/>
        <source>Hardly trained: {done} of {epochs} epochs</source>
        <translation>几乎没有训练：只完成 {done} / {epochs} 轮</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Delete the model “{name}” for good? Layers that were made with it stay.

{path}</source>
        <translation>永久删除模型“{name}”吗？用它生成的图层会保留。

{path}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Model files</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>What can be done with the model that is selected</source>
        <translation>可对所选模型进行的操作</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Show card</source>
        <translation>显示卡片</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Read where the model comes from and how good it is</source>
        <translation>查看模型的来源及其精度</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Give the model another name; its file keeps its own</source>
        <translation>为模型另起名称；文件名不变</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Delete the model file; asks first</source>
        <translation>删除模型文件；会先询问</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Open the folder that holds the model file</source>
        <translation>打开模型文件所在的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Export as ONNX…</source>
        <translation>导出为 ONNX…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Write the model for other programs, such as Deepness or ONNX Runtime</source>
        <translation>将模型写成供其他程序（如 Deepness 或 ONNX Runtime）使用的格式</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Copy model files into your folder; they can be dropped on the list too</source>
        <translation>将模型文件复制到您的文件夹；也可以拖放到列表中</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Measure the checked models, or all that fit, on the same pixels that none has learned from</source>
        <translation>在任何模型都未学习过的相同像元上评估勾选的（或所有适用的）模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Trainings…</source>
        <translation>训练记录…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>See every training, finished or not, and how it went</source>
        <translation>查看每次训练（无论是否完成）及其过程</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Rename model</source>
        <translation>重命名模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Name of the model:</source>
        <translation>模型名称：</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Import models</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>Outcrop: writing {name}</source>
        <translation>Outcrop：正在写入 {name}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>“{path}” can't be deleted: {reason}. Close what uses it, and try again.</source>
        <translation>无法删除“{path}”：{reason}。请关闭正在使用它的程序后重试。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_library.py"/>
        <source>“{name}” can't be imported. Choose model files that end with {suffix} or {other}.</source>
        <translation>无法导入“{name}”。请选择以 {suffix} 或 {other} 结尾的模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_list.py"/>
        <source>Press Compare to measure models on the same pixels; figures of other pixels can't be compared.</source>
        <translation>按“比较”在相同像元上评估模型；不同像元上的数字不可比。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_list.py"/>
        <source>Your model files, the newest first. All that are checked run, one after another.</source>
        <translation>您的模型文件，最新的在前。所有勾选的模型会依次运行。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_list.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/model_list.py"/>
        <source>mIoU</source>
        <translation>mIoU</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Tiles it has not learned from: imagery, labels, prediction</source>
        <translation>模型未学习过的图块：影像、标签、预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Recipe</source>
        <translation>方案</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Epochs done</source>
        <translation>已完成轮次</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Best mIoU</source>
        <translation>最佳 mIoU</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Model file</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_page.py"/>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_watch.py"/>
        <source>The training that was watched is finished.</source>
        <translation>所查看的训练已完成。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/run_watch.py"/>
        <source>The training that was watched has ended without a model.</source>
        <translation>所查看的训练已结束，没有产生模型。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Every training in the work folder, the newest first</source>
        <translation>工作文件夹中的所有训练，最新的在前</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Trainings</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Outcrop: Trainings</source>
        <translation>Outcrop：训练记录</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>There is no training in the work folder yet.</source>
        <translation>工作文件夹中还没有训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>How the selected training went</source>
        <translation>所选训练的过程</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>&amp;Keep best</source>
        <translation>保留最佳(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Show in &amp;folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Open the folder with its log, measures, checkpoints and sample tiles</source>
        <translation>打开包含日志、指标、检查点和样例图块的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Delete the training's folder; its model file stays. Asks first</source>
        <translation>删除该训练的文件夹；其模型文件会保留。删除前会询问</translation>
    </message>
    <message>
        <location filename="../../ui/dock/models/runs_dialog.py"/>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/pages.py"/>
        <source>① Data</source>
        <translation>① 数据</translation>
    </message>
    <message>
        <location filename="../../ui/dock/pages.py"/>
        <source>What to learn from</source>
        <translation>从什么学习</translation>
    </message>
    <message>
        <location filename="../../ui/dock/pages.py"/>
        <source>② Train</source>
        <translation>② 训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/pages.py"/>
        <source>How to learn</source>
        <translation>如何学习</translation>
    </message>
    <message>
        <location filename="../../ui/dock/pages.py"/>
        <source>③ Predict</source>
        <translation>③ 预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/pages.py"/>
        <source>Where to map</source>
        <translation>在哪里制图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/pages.py"/>
        <source>④ Correct</source>
        <translation>④ 修正</translation>
    </message>
    <message>
        <location filename="../../ui/dock/pages.py"/>
        <source>What is wrong on the map</source>
        <translation>地图上哪里不对</translation>
    </message>
    <message>
        <location filename="../../ui/dock/pages.py"/>
        <source>⑤ Compare</source>
        <translation>⑤ 比较</translation>
    </message>
    <message>
        <location filename="../../ui/dock/pages.py"/>
        <source>How right the map is, and which model is best</source>
        <translation>地图有多准，哪个模型最好</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/map_opacity.py"/>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/map_opacity.py"/>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/map_opacity.py"/>
        <source>How much of “{map}” covers the imagery</source>
        <translation>“{map}”遮盖影像的程度</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/model_queue.py"/>
        <source>{n} of {count}</source>
        <translation>{n} / {count}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/model_queue.py"/>
        <source>{time} left</source>
        <translation>剩余{time}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/model_queue.py"/>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>{size} · {time}</source>
        <translation>{size} · {time}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>This covers {n} pixels: {costs}. Predict all of it?</source>
        <translation>这将覆盖 {n} 个像元：{costs}。全部预测吗？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>{n} pixels</source>
        <translation>{n} 像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>at most {n} pixels</source>
        <translation>最多 {n} 像元</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>{n} tiles of “{imagery}” would have to be fetched, more than a server puts up with. {smaller}, or choose pixels of {size} m.</source>
        <translation>需要获取“{imagery}”的 {n} 个瓦片，超出了服务器的承受范围。{smaller}，或选择 {size} 米的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>This would take {time} here. {smaller}, or check a faster model.</source>
        <translation>在此处需要{time}。{smaller}，或勾选更快的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>Choose fewer or smaller polygons</source>
        <translation>请选择更少或更小的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>Choose “Canvas extent” and zoom in</source>
        <translation>请选择“画布范围”并放大地图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>Zoom in</source>
        <translation>请放大地图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>{n} tiles to fetch from the server</source>
        <translation>需从服务器获取 {n} 个图块</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>up to {n} GB on the disk</source>
        <translation>最多占用 {n} GB 磁盘空间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>“{imagery}” has pixels of {size} m, “{model}” learned from pixels of {trained} m and may find little again. Resample the imagery, or train on it.</source>
        <translation>“{imagery}”的像元大小为 {size} 米，而“{model}”是用 {trained} 米的像元学习的，可能识别不到多少目标。请对影像重采样，或用该影像训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_choice.py"/>
        <source>hours on most machines</source>
        <translation>在多数计算机上需数小时</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>The raster to map; it needs the bands that the model was trained on</source>
        <translation>要制图的栅格；需包含模型训练时所用的波段</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Check the model to predict with.</source>
        <translation>请勾选用于预测的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Draw what is merely the rest not at all, so that the imagery shows; it stays in the data</source>
        <translation>不绘制仅表示其余部分的类别，以便看到影像；数据中仍保留</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Also make</source>
        <translation>同时生成</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Canvas extent</source>
        <translation>画布范围</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Whole layer</source>
        <translation>整个图层</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Polygons of a layer</source>
        <translation>图层中的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Selected polygons</source>
        <translation>选中的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>The part of the imagery to map: what the map canvas shows, all of it, or polygons</source>
        <translation>要制图的部分：地图画布显示的范围、整幅影像或多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Only what its polygons cover is mapped; any coordinate system will do</source>
        <translation>只对其多边形覆盖的部分制图；可为任意坐标参照系</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Resample the imagery</source>
        <translation>对影像重采样</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Look at the imagery at the pixel size that the model learned from; the map gets that size too</source>
        <translation>按模型学习时的像元大小查看影像；结果图也采用该像元大小</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Open the folder with your model files</source>
        <translation>打开存放模型文件的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Click on the map to see what the checked models make of a square around the click; Esc ends it</source>
        <translation>在地图上单击，查看勾选的模型对单击处周围方形区域的预测；按 Esc 结束</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Stop the prediction; layers that are finished stay</source>
        <translation>停止预测；已完成的图层会保留</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Map the chosen part with every model that is checked</source>
        <translation>用所有勾选的模型对所选范围制图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>More Settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Tiles, engine and other settings that seldom need a change</source>
        <translation>图块、推理引擎等很少需要更改的设置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Leave {names} transparent</source>
        <translation>{names} 设为透明</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>There are no models yet. The one that is being trained will be listed here.</source>
        <translation>还没有模型。正在训练的模型完成后会列在这里。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>There are no models yet. Train one on the Train page.</source>
        <translation>还没有模型。请在“训练”页训练一个。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>“{model}” doesn't fit: {obstacle}</source>
        <translation>“{model}”不适用：{obstacle}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/predict_page.py"/>
        <source>Load or draw a polygon layer first: what it covers is mapped.</source>
        <translation>请先加载或绘制多边形图层：只对它覆盖的部分制图。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>Outcrop: predicting with {model}</source>
        <translation>Outcrop：正在用 {model} 预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>{map}, so far</source>
        <translation>{map}（进行中）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>Finished, but not with {models}. The rest lies in the group above the imagery.</source>
        <translation>已完成，但 {models} 除外。其余结果位于影像上方的图层组中。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>The prediction of “{imagery}” is finished, but its project was closed. It is in “{file}”.</source>
        <translation>“{imagery}”的预测已完成，但其工程已关闭。结果在“{file}”中。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>Add to this project</source>
        <translation>添加到此工程</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>Nothing is chosen to predict.</source>
        <translation>未选择要预测的范围。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>{model}: {reason}</source>
        <translation>{model}：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>The prediction was cancelled.</source>
        <translation>预测已取消。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction.py"/>
        <source>Finished: the prediction lies in the group above the imagery.</source>
        <translation>完成：预测结果位于影像上方的图层组中。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/prediction_job.py"/>
        <source>The polygon layer is no longer in the project. Choose again where to map.</source>
        <translation>多边形图层已不在工程中。请重新选择制图范围。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>Outcrop: preview with {model}</source>
        <translation>Outcrop：正在用 {model} 预览</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>Preview · {model}</source>
        <translation>预览 · {model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>Click on the map; Esc ends the preview.</source>
        <translation>请在地图上单击；按 Esc 结束预览。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>Computing the preview…</source>
        <translation>正在计算预览…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <location filename="../../ui/dock/predict/preview.py"/>
        <source>Preview shown. Click elsewhere to move it; Esc takes it away.</source>
        <translation>已显示预览。单击其他位置可移动，按 Esc 可移除。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/settings_dialog.py"/>
        <source>Outcrop: Settings</source>
        <translation>Outcrop：设置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/settings_dialog.py"/>
        <source>Environment…</source>
        <translation>环境…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/settings_dialog.py"/>
        <source>Repair, remove or look at what computes: the packages in Outcrop's own folder</source>
        <translation>修复、移除或查看计算环境：Outcrop 自己文件夹中的软件包</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect.py"/>
        <source>The check's file “{path}” can't be read. Check the polygons again.</source>
        <translation>无法读取检查文件“{path}”。请重新检查多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>Checking the polygons…</source>
        <translation>正在检查多边形…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>{n} polygon may have the wrong class.</source>
        <translation>{n} 个多边形的类别可能有误。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>{n} polygons may have the wrong class.</source>
        <translation>{n} 个多边形的类别可能有误。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>No polygon seems to have the wrong class.</source>
        <translation>没有多边形的类别看起来有误。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>Edited, not saved yet: QGIS's Save Layer Edits keeps it, its Undo takes it back.</source>
        <translation>已编辑，尚未保存：QGIS 的“保存图层编辑”会保留它，“撤销”会取消它。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>check of polygons</source>
        <translation>多边形检查</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>Outcrop: checking polygons</source>
        <translation>Outcrop：正在检查多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>This polygon was changed or deleted meanwhile.</source>
        <translation>该多边形在此期间已被修改或删除。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>“{name}” refused the change.</source>
        <translation>“{name}”拒绝了此更改。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>The field “{field}” can't hold “{name}”.</source>
        <translation>字段“{field}”无法存储“{name}”。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_control.py"/>
        <source>All are answered.</source>
        <translation>全部已回答。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>Check the polygons</source>
        <translation>检查多边形</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>Have two kinds of model learn from the other polygons, and list those whose class both disagree with: they may have been given the wrong class</source>
        <translation>让两种模型从其他多边形学习，并列出两者都不认同其类别的多边形：它们的类别可能有误</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>The most certain first. Return zooms, K keeps, R or 1 to 9 give another class, Del deletes.</source>
        <translation>最确定的排在最前。回车缩放，K 保留，R 或 1 至 9 改为其他类别，Del 删除。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>Show the polygon on the map (Return)</source>
        <translation>在地图上显示该多边形（回车）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>It is right as it is, and isn't listed again (K)</source>
        <translation>它是正确的，不再列出（K）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>Reclass</source>
        <translation>改类</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>Give it the class that the models see (R), or another one (1 to 9)</source>
        <translation>改为模型所见的类别（R），或其他类别（1 至 9）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>Delete the polygon (Del)</source>
        <translation>删除该多边形（Del）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/suspects/suspect_list.py"/>
        <source>{own} → {other}?</source>
        <translation>{own} → {other}？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/curves.py"/>
        <source>Left: the loss, which training makes small. Right: mIoU on the pixels held back, the mean share by which prediction and labels overlap; 1 is perfect.</source>
        <translation>左：损失，训练使其减小。右：留出像元上的 mIoU，即预测与标签重叠部分的平均占比；1 为完全一致。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/curves.py"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/curves.py"/>
        <source>step {x}: loss {y}</source>
        <translation>第 {x} 步：损失 {y}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/curves.py"/>
        <source>epoch {x}: mIoU {y}</source>
        <translation>第 {x} 轮：mIoU {y}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/found_runs.py"/>
        <source>Delete what the training “{name}” has left, checkpoints and log? It can't be resumed then.</source>
        <translation>删除训练“{name}”留下的检查点和日志吗？删除后无法继续该训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/found_runs.py"/>
        <source>Delete the folder of the training “{name}”, its log, measures and sample tiles? Its model stays.</source>
        <translation>要删除训练“{name}”的文件夹（日志、指标和样例图块）吗？其模型会保留。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/offers.py"/>
        <source>Hardly trained: {done} of {epochs} epochs in {spent}. Go on for {more}?</source>
        <translation>几乎没有训练：{spent}内只完成 {done} / {epochs} 轮。再继续{more}？</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/offers.py"/>
        <source>{n} band has no data where the polygons lie.</source>
        <translation>有 {n} 个波段在多边形处没有数据。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/offers.py"/>
        <source>{n} bands have no data where the polygons lie.</source>
        <translation>有 {n} 个波段在多边形处没有数据。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/offers.py"/>
        <source>Leave out</source>
        <translation>去除</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/offers.py"/>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Where to start: every training choice at once. All of them can be changed below.</source>
        <translation>从哪里开始：一次确定所有训练设置。下面可更改其中任何一项。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>The network, or the classifier of single pixels, to train</source>
        <translation>要训练的网络，或逐像元分类器</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>What the network knows at the beginning: nothing, what was learned on other pictures, or what one of your models of the same kind and bands has learned</source>
        <translation>网络开始时已知的内容：从零开始、在其他图像上学到的权重，或您的同类同波段模型学到的权重</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>When training ends at the latest; the best model by then is kept</source>
        <translation>训练最迟何时结束；保留到那时为止的最佳模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Whether the model maps the imagery that it learns from, or others too: images of another day, place or light. For others it learns not to rely on these colours; the map of this scene may be a little worse.</source>
        <translation>模型只为所学习的影像制图，还是也为其他影像（另一天、另一地或另一种光照）制图。若用于其他影像，它学会不依赖这些颜色；本影像的制图结果可能略差。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>All Settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Every choice of the recipe; what you change is shown in bold</source>
        <translation>方案的所有设置；您更改过的以粗体显示</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Scratch</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>all epochs, however long</source>
        <translation>完成所有轮次，不限时间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>Classifiers of single pixels</source>
        <translation>逐像元分类器</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>my model “{name}”</source>
        <translation>我的模型“{name}”</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/recipe_form.py"/>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Epoch {epoch} of {epochs} · mIoU {miou} (best {best} at {best_epoch})</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮 · mIoU {miou}（最佳 {best}，第 {best_epoch} 轮）</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>How far the training is; the best model so far can be kept at any time</source>
        <translation>训练进行到何处；目前最佳的模型随时可以保留</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Stop at once and leave no model file</source>
        <translation>立即停止，不保留模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Leave the processor to others for a while</source>
        <translation>暂时让出处理器供其他程序使用</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Stop and keep best</source>
        <translation>停止并保留最佳</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>End training now and keep the best model so far</source>
        <translation>立即结束训练，保留目前最佳的模型</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Stop watching</source>
        <translation>停止查看</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>The training goes on in the other process</source>
        <translation>训练在另一个进程中继续进行</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Finishing: the best model so far is being written…</source>
        <translation>正在结束：写入目前最佳的模型…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/run_view.py"/>
        <source>Paused. </source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/sample_tiles.py"/>
        <source>Sample tiles</source>
        <translation>样本图块</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/sample_tiles.py"/>
        <source>Tiles that the model has not learned from, best epoch so far: imagery, labels, prediction. White is not labelled. Click to see all of them.</source>
        <translation>模型未学习过的图块（目前最佳轮次）：影像、标签、预测。白色为未标注。单击查看全部。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/sample_tiles.py"/>
        <source>imagery</source>
        <translation>影像</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/sample_tiles.py"/>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/sample_tiles.py"/>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Where the network is computed</source>
        <translation>网络在哪里计算</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Start from</source>
        <translation>起点</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>What Train fetches before it begins, and what its licence allows</source>
        <translation>训练开始前要下载的内容及其许可证允许的用途</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Use it on</source>
        <translation>用于</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Stop after</source>
        <translation>最长时间</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Some steps with this data were tried on this machine, and thrown away</source>
        <translation>已在本机用这些数据试算若干步，结果不保留</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Start training; QGIS stays free for other work</source>
        <translation>开始训练；QGIS 仍可用于其他工作</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Map what the canvas shows with the model that was just trained</source>
        <translation>用刚训练好的模型对画布范围制图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Show map</source>
        <translation>显示分布图</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Show which labelled pixels train and which are held back, as a layer</source>
        <translation>以图层显示哪些标注像元用于训练、哪些留出</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Take Quick</source>
        <translation>改用“快速”</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Take random forest</source>
        <translation>改用随机森林</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Trying out how long this takes here …</source>
        <translation>正在试算在本机需要多长时间……</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Automatic: the GPU if there is one</source>
        <translation>自动：有 GPU 时使用 GPU</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/train_page.py"/>
        <source>On the Data page: {obstacle}</source>
        <translation>“数据”页：{obstacle}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>Finished: “{name}”, {measured}.</source>
        <translation>完成：“{name}”，{measured}。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>Outcrop: training {model}</source>
        <translation>Outcrop：正在训练 {model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>“{name}” goes on in another window by now. Watch it here, or stop it there.</source>
        <translation>“{name}”此时正在另一个窗口中继续训练。请在此处查看其进展，或在那里停止它。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>{model} · {moment}</source>
        <translation>{model} · {moment}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>The folder of this training is gone: {folder}. Train again.</source>
        <translation>此次训练的文件夹已不存在：{folder}。请重新训练。</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>Outcrop: resuming {model}</source>
        <translation>Outcrop：正在继续训练 {model}</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <location filename="../../ui/dock/train/training.py"/>
        <source>Training was cancelled.</source>
        <translation>训练已取消。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Outcrop: First steps</source>
        <translation>Outcrop：入门</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>To compute, Outcrop needs its environment first: once, with one click.</source>
        <translation>要进行计算，Outcrop 首先需要计算环境：只需一次，单击即可。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Open the manual: the loop in five minutes, and a walk-through for each sample</source>
        <translation>打开手册：五分钟走完一个循环，每个样例都有演练</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Close this window; the [?] of the dock opens it again</source>
        <translation>关闭此窗口；可用面板的 [?] 再次打开</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Choose imagery: any raster with any bands, elevation or geophysics beside it.</source>
        <translation>选择影像：任意波段的任意栅格，还可加上高程或地球物理数据。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Draw a few polygons of every class that you want to find.</source>
        <translation>为要查找的每个类别绘制几个多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Train. QGIS stays free; stop when the curve is good enough and keep the best.</source>
        <translation>训练。QGIS 仍可用于其他工作；曲线够好时即可停止，并保留最佳模型。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Predict what the canvas shows. The map arrives styled beside the imagery.</source>
        <translation>预测画布显示的范围。结果图已设好样式，位于影像旁边。</translation>
    </message>
    <message>
        <location filename="../../ui/first_steps.py"/>
        <source>Draw over what is wrong, and train again. Each round gets better.</source>
        <translation>在有错的地方补画多边形，再次训练。每一轮都会更好。</translation>
    </message>
    <message>
        <location filename="../../ui/help/standing.py"/>
        <source>Outcrop's files don't fit one another: {error}. An update was interrupted. Close QGIS and open it again; if this stays, uninstall and install Outcrop in Plugins, Manage and Install Plugins. Models and settings stay.</source>
        <translation>Outcrop 的文件彼此不匹配：{error}。更新被中断了。请关闭 QGIS 再重新打开；如果仍然如此，请在“插件”&gt;“管理并安装插件”中卸载并重新安装 Outcrop。模型和设置会保留。</translation>
    </message>
    <message>
        <location filename="../../ui/help/standing.py"/>
        <source>Outcrop needs QGIS {floor} or newer, and this is {shown}. Update QGIS; your projects stay as they are.</source>
        <translation>Outcrop 需要 QGIS {floor} 或更高版本，而当前是 {shown}。请更新 QGIS；您的工程保持不变。</translation>
    </message>
    <message>
        <location filename="../../ui/help/standing.py"/>
        <source>Outcrop needs a QGIS with Python {lowest} or newer, and this one has {speaks}. Install a newer QGIS beside it; installers of qgis.org bring their own Python.</source>
        <translation>Outcrop 需要带有 Python {lowest} 或更高版本的 QGIS，而当前的是 {speaks}。请另外安装一个较新的 QGIS；qgis.org 的安装程序自带 Python。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/classes/class_merging.py"/>
        <source>“{name}” can’t be edited. Give the polygons one name elsewhere.</source>
        <translation>“{name}”无法编辑。请在别处为这些多边形统一名称。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/classes/class_merging.py"/>
        <source>Merge classes into “{name}”</source>
        <translation>将类别合并为“{name}”</translation>
    </message>
    <message>
        <location filename="../../ui/layers/classes/class_style.py"/>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>The map shows nothing of “{name}”. Zoom to it, or choose the whole layer.</source>
        <translation>地图上没有显示“{name}”。请缩放到该图层，或选择整个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” holds complex values, as radar images before detection do. Make a raster of their amplitude first: Raster ▸ Miscellaneous ▸ Raster calculator of GDAL with abs(A).</source>
        <translation>“{name}”含有复数值，检波前的雷达影像就是这样。请先生成其振幅栅格：栅格 ▸ 杂项 ▸ GDAL 栅格计算器，公式为 abs(A)。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” is placed by control points or a sensor model, not by a grid, so its pixels have no place yet. Warp it first: Raster ▸ Projections ▸ Warp (Reproject).</source>
        <translation>“{name}”由控制点或传感器模型定位，而不是由格网定位，因此其像元还没有确定的位置。请先进行变换：栅格 ▸ 投影 ▸ 变换（重投影）。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” can't be read. Check that its file is there and whole.</source>
        <translation>无法读取“{name}”。请检查其文件是否存在且完整。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” has no coordinate system. Set it first: right click ▸ Layer CRS ▸ Set Layer CRS.</source>
        <translation>“{name}”没有坐标参照系。请先设置：右键 ▸ 图层坐标参照系 ▸ 设置图层坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” has one pixel only; there is nothing to learn from.</source>
        <translation>“{name}”只有一个像元，无从学习。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>The file of “{name}” is gone or damaged: {path}. Check that it is there and whole.</source>
        <translation>“{name}”的文件已丢失或损坏：{path}。请检查文件是否存在且完整。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery.py"/>
        <source>“{name}” comes from a server. Save it as a GeoTIFF first: right click ▸ Export ▸ Save As.</source>
        <translation>“{name}”来自服务器。请先另存为 GeoTIFF：右键 ▸ 导出 ▸ 另存为。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery_stack.py"/>
        <source>A raster of “{name}” is no longer in the project. Choose the imagery again.</source>
        <translation>“{name}”的一个栅格已不在工程中。请重新选择影像。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/imagery_stack.py"/>
        <source>“{other}” doesn't overlap “{first}”. Stack rasters of the same place, or check their coordinate systems.</source>
        <translation>“{other}”与“{first}”不重叠。请叠加同一地点的栅格，或检查它们的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/layer_menu.py"/>
        <source>Predict with…</source>
        <translation>用模型预测…</translation>
    </message>
    <message>
        <location filename="../../ui/layers/layer_menu.py"/>
        <source>To polygons…</source>
        <translation>转为多边形…</translation>
    </message>
    <message>
        <location filename="../../ui/layers/layer_menu.py"/>
        <source>Measure…</source>
        <translation>评估…</translation>
    </message>
    <message>
        <location filename="../../ui/layers/mapped_area.py"/>
        <source>The polygons of “{name}” lie outside “{imagery}”.</source>
        <translation>“{name}”的多边形位于“{imagery}”之外。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/mapped_area.py"/>
        <source>No polygon of “{name}” is selected. Select some on the map.</source>
        <translation>“{name}”中没有选中多边形。请在地图上选择。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/mapped_area.py"/>
        <source>There is no “{name}” here. Click on the imagery.</source>
        <translation>此处没有“{name}”。请在影像上单击。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/mapped_area.py"/>
        <source>“{name}” has no polygons yet. Draw some.</source>
        <translation>“{name}”还没有多边形。请绘制一些。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>“{layer}” has no field “{field}”. Choose the field that holds the class (it has: {listed}).</source>
        <translation>“{layer}”没有字段“{field}”。请选择存放类别的字段（现有：{listed}）。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>“{layer}” has no field “{field}”. Choose the field that holds the values: {fields}.</source>
        <translation>“{layer}”没有字段“{field}”。请选择存有数值的字段：{fields}。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>“{name}” has no fields. Add one that holds the class of each polygon.</source>
        <translation>“{name}”没有字段。请添加一个存放各多边形类别的字段。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>“{name}” can't be used as labelled area: it can't be read or has no coordinate system. Choose another one, or set it: right click ▸ Layer CRS ▸ Set Layer CRS.</source>
        <translation>“{name}”不能用作标注区域：它无法读取或没有坐标系。请另选图层，或设置坐标系：右键 ▸ 图层 CRS ▸ 设置图层 CRS。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>The polygons of “{name}” can't be written to “{path}”: {error}. Free some disk space, or choose another work folder in the settings.</source>
        <translation>无法将“{name}”的多边形写入“{path}”：{error}。请释放一些磁盘空间，或在设置中另选工作文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/polygons.py"/>
        <source>it isn't whole</source>
        <translation>文件不完整</translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>uncertainty</source>
        <translation>不确定性</translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>what was lacking</source>
        <translation>缺失的图层</translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>Outcrop · {imagery}</source>
        <translation>Outcrop · {imagery}</translation>
    </message>
    <message>
        <location filename="../../ui/layers/predictions.py"/>
        <source>The prediction “{path}” can't be loaded. Check that the file is there.</source>
        <translation>无法加载预测结果“{path}”。请检查文件是否存在。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>Parts of “{name}” couldn't be fetched{reason}; they stay empty.</source>
        <translation>“{name}”的部分内容无法获取{reason}；这些部分留空。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>The polygons lie so far apart that {n} tiles of “{imagery}” are between them. Choose larger pixels, or learn from selected polygons.</source>
        <translation>多边形相距太远，其间有“{imagery}”的 {n} 个图块。请选择更大的像元，或仅用选中的多边形学习。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>Fetching “{name}”</source>
        <translation>正在获取“{name}”</translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>“{name}” shows nothing here{reason}. Check the connection, or choose larger pixels.</source>
        <translation>“{name}”在此处没有内容{reason}。请检查网络连接，或选择更大的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/rendering.py"/>
        <source>The job was stopped.</source>
        <translation>任务已停止。</translation>
    </message>
    <message>
        <location filename="../../ui/layers/whole_layer.py"/>
        <source>“{name}” can't be copied for the worker: {error}.</source>
        <translation>无法为计算进程复制“{name}”：{error}。</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_map.py"/>
        <source>A sketch, not a trained model: learned from {n} labelled pixels in {seconds} s. Hold H on the map to see where it is unsure.</source>
        <translation>这是草图而非训练好的模型：在 {seconds} 秒内从 {n} 个标注像元学习而得。在地图上按住 H 可查看不确定之处。</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_map.py"/>
        <source>Outcrop: live map</source>
        <translation>Outcrop：实时地图</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_row.py"/>
        <source>Live map</source>
        <translation>实时地图</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_row.py"/>
        <source>Map what the canvas shows again after every polygon or correction, with a small model that learns within a second. It is a sketch to draw by, not a trained model.</source>
        <translation>每画一个多边形或每次改正后，用一秒内学成的小模型重新绘制画布所示范围。它只是供绘制参考的草图，不是训练好的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_row.py"/>
        <source>Update once</source>
        <translation>更新一次</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_row.py"/>
        <source>Sketch what the canvas shows now, and not again until you ask</source>
        <translation>现在为画布所示范围绘制草图，之后不再自动更新</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_row.py"/>
        <source>What can become of the sketch</source>
        <translation>草图的后续用途</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_row.py"/>
        <source>Train a model with these labels</source>
        <translation>用这些标注训练模型</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_row.py"/>
        <source>Save the sketch as a model</source>
        <translation>将草图保存为模型</translation>
    </message>
    <message>
        <location filename="../../ui/live/live_row.py"/>
        <source>Show where it is unsure</source>
        <translation>显示不确定之处</translation>
    </message>
    <message>
        <location filename="../../ui/live/sketch_layer.py"/>
        <source>sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <location filename="../../ui/live/sketch_layer.py"/>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <location filename="../../ui/live/sketch_layer.py"/>
        <source>Live map (a sketch)</source>
        <translation>实时地图（草图）</translation>
    </message>
    <message>
        <location filename="../../ui/live/sketch_layer.py"/>
        <source>sketch</source>
        <translation>草图</translation>
    </message>
    <message>
        <location filename="../../ui/live/view.py"/>
        <source>The map's view lies outside the imagery. Move the map to the imagery.</source>
        <translation>地图视图在影像之外。请将地图移到影像处。</translation>
    </message>
    <message>
        <location filename="../../ui/locator/locator.py"/>
        <source>Outcrop: {page}</source>
        <translation>Outcrop：{page}</translation>
    </message>
    <message>
        <location filename="../../ui/locator/locator.py"/>
        <source>Outcrop: open the sample “{subject}”</source>
        <translation>Outcrop：打开样例“{subject}”</translation>
    </message>
    <message>
        <location filename="../../ui/locator/locator.py"/>
        <source>Made by code, with polygons</source>
        <translation>由程序生成，带多边形</translation>
    </message>
    <message>
        <location filename="../../ui/locator/locator.py"/>
        <source>How to begin</source>
        <translation>怎样开始</translation>
    </message>
    <message>
        <location filename="../../ui/locator/locator.py"/>
        <source>Outcrop: Manual</source>
        <translation>Outcrop：手册</translation>
    </message>
    <message>
        <location filename="../../ui/locator/locator.py"/>
        <source>Help in your browser</source>
        <translation>在浏览器中打开的帮助</translation>
    </message>
    <message>
        <location filename="../../ui/locator/locator.py"/>
        <source>Outcrop: What goes wrong, and what to do</source>
        <translation>Outcrop：出了什么问题、怎么办</translation>
    </message>
    <message>
        <location filename="../../ui/locator/locator.py"/>
        <source>Outcrop: Set up</source>
        <translation>Outcrop：设置计算环境</translation>
    </message>
    <message>
        <location filename="../../ui/locator/locator.py"/>
        <source>Install, repair, remove what computes</source>
        <translation>安装、修复、移除计算环境</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Outcrop: Details</source>
        <translation>Outcrop：详细信息</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>What was printed before it failed</source>
        <translation>失败之前的输出</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <location filename="../../ui/messages.py"/>
        <source>Copy the message and the details to the clipboard</source>
        <translation>将消息和详细信息复制到剪贴板</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/after_prediction.py"/>
        <source>A raster of classes that Outcrop has predicted; it carries its legend.</source>
        <translation>Outcrop 预测得到的类别栅格；其中带有图例。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/after_prediction.py"/>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>Apply corrections</source>
        <translation>应用修正</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>Writes a copy of a prediction with the corrections of a session in it, as a cloud-optimised GeoTIFF with style, attribute table and a note of what was applied. They are applied in the order they were made: where two lie on the same pixel, the later one counts; what was undone doesn't.
The prediction itself stays as it is.</source>
        <translation>将一个会话中的修正写入预测结果的副本，输出为云优化 GeoTIFF，带有样式、属性表以及所应用修正的说明。修正按其先后顺序应用：同一像元上有两个修正时以后者为准；已撤销的修正不计入。
预测结果本身保持不变。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>correct edit burn session overlay</source>
        <translation>修正 编辑 烧录 会话 叠加</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>{session} · applied</source>
        <translation>{session} · 已应用</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>What is corrected; empty takes the prediction that the session was made on.</source>
        <translation>被修正的预测结果；留空则使用该会话所针对的预测结果。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>The same pixels with the corrections.</source>
        <translation>相同像元，已应用修正。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>Number of corrections</source>
        <translation>修正数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>Number of pixels changed</source>
        <translation>改变的像元数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/apply_corrections.py"/>
        <source>Corrected prediction</source>
        <translation>修正后的预测结果</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Centre lines of linear features</source>
        <translation>线状地物的中心线</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Draws the middle lines of one class of a prediction, such as dikes, faults or roads, with their length and mean width in metres and their strike in degrees clockwise from the grid's north.</source>
        <translation>绘制预测结果中某一类别（如岩脉、断层或道路）的中线，并给出长度和平均宽度（米）以及走向（自格网北起顺时针的度数）。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>skeleton dike lineament strike width medial axis</source>
        <translation>中心线 骨架 岩脉 线性构造 skeleton dike lineament strike width medial axis</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>{prediction} · centre lines</source>
        <translation>{prediction} · 中心线</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Name of the class whose features are linear.</source>
        <translation>线状地物所属类别的名称。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Lines with length and width in m and strike in degrees.</source>
        <translation>线要素，含长度和宽度（米）及走向（度）。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Number of lines</source>
        <translation>线的数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/centre_lines.py"/>
        <source>Centre lines</source>
        <translation>中心线</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>Clean up a prediction</source>
        <translation>清理预测结果</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>Takes speckle, thin spurs and small patches out of a predicted class raster. In this order: opening and closing of single classes, the majority around every pixel, and patches below an area, which go to their largest neighbour.
Legend, colours and style are kept. A raster of any size is worked through in the same memory.</source>
        <translation>去除预测类别栅格中的噪点、细小毛刺和小图斑。依次进行：对单个类别作开运算和闭运算，取每个像元周围的众数，以及将小于某一面积的图斑并入最大的相邻图斑。
保留图例、颜色和样式。无论栅格多大，占用的内存都相同。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>sieve majority morphology opening closing generalise filter</source>
        <translation>后处理 众数滤波 形态学 sieve majority morphology opening closing generalise filter</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>{prediction} · cleaned</source>
        <translation>{prediction} · 清理后</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>The same classes on the same pixels.</source>
        <translation>像元不变，类别不变。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/clean_prediction.py"/>
        <source>Cleaned prediction</source>
        <translation>清理后的预测结果</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>Labels from corrections</source>
        <translation>由修正生成标注</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>Writes the corrections of a session as polygons with their class, to train on: each with the tool, the time, the user, the model and the prediction that it comes from.
No two of them overlap: where two corrections lie on the same pixel, the later one counts. What was undone, given back to the prediction or made nodata is left out.</source>
        <translation>将一个会话的修正写为带类别的多边形，用于训练：每个多边形都带有来源工具、时间、用户、模型和预测结果。
多边形互不重叠：同一像元上有两个修正时以后者为准。已撤销、恢复为预测结果或设为无数据的部分不包括在内。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>correct training polygons session active learning</source>
        <translation>修正 训练 多边形 会话 主动学习</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>{session} · labels</source>
        <translation>{session} · 标注</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>Polygons along pixel borders; the field “class” holds their class.</source>
        <translation>沿像元边界的多边形；字段“class”保存其类别。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/corrections_to_labels.py"/>
        <source>Number of polygons</source>
        <translation>多边形数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>Polygons from a prediction</source>
        <translation>预测结果转多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>Draws the classes of a prediction as polygons with their area and perimeter in metres. Borders between classes are simplified and smoothed on both sides alike, so that no gaps and no overlaps arise.</source>
        <translation>将预测结果的各类别绘制为多边形，并给出面积（平方米）和周长（米）。类别之间的边界两侧同时简化和平滑，因此不会产生缝隙和重叠。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>vectorise polygonise vector simplify smooth</source>
        <translation>矢量化 vectorise polygonise vector simplify smooth</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>{prediction} · polygons</source>
        <translation>{prediction} · 多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>The raster of probabilities of the same prediction: gives every polygon the mean of its class.</source>
        <translation>同一预测的概率栅格：为每个多边形给出其类别的平均概率。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>Polygons with class, area in m² and perimeter in m.</source>
        <translation>多边形，含类别、面积（平方米）和周长（米）。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/prediction_polygons.py"/>
        <source>Class polygons</source>
        <translation>类别多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/session_file.py"/>
        <source>Session of corrections</source>
        <translation>修正会话</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/session_file.py"/>
        <source>The GeoPackage that lies beside the prediction, with “_corrections” in its name.</source>
        <translation>位于预测结果旁、名称中带有“_corrections”的 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/session_file.py"/>
        <source>There is no session “{file}”. Choose the GeoPackage that lies beside its prediction.</source>
        <translation>没有会话“{file}”。请选择位于预测结果旁的 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/threshold_class.py"/>
        <source>Threshold one class</source>
        <translation>对单一类别设阈值</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/threshold_class.py"/>
        <source>Makes a prediction anew with more or less of one class, from the probabilities that were kept with it: a pixel is that class where its probability is at least the threshold, else the likeliest of the rest.
The model file can remember the threshold; it predicts so from then on. A raster of any size is worked through in the same memory.</source>
        <translation>利用随预测保存的概率重新生成预测，使某一类别更多或更少：概率不低于阈值的像元归为该类别，否则归为其余类别中最可能的一类。
模型文件可以记住该阈值，此后均按此预测。任意大小的栅格都以相同的内存处理。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/threshold_class.py"/>
        <source>threshold probability cut-off precision recall operating point more fewer</source>
        <translation>阈值 概率 截断 精确率 召回率 工作点 更多 更少</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/threshold_class.py"/>
        <source>{prediction} · {class_name}</source>
        <translation>{prediction} · {class_name}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/threshold_class.py"/>
        <source>The raster of probabilities of the same prediction; empty takes the one beside it.</source>
        <translation>同一预测的概率栅格；留空则取其旁边的那一个。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/threshold_class.py"/>
        <source>Name of the class that there shall be more or less of.</source>
        <translation>要增多或减少的类别名称。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/threshold_class.py"/>
        <source>The model file that shall predict with this threshold from then on; empty changes none.</source>
        <translation>此后应按该阈值预测的模型文件；留空则不更改任何模型。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/threshold_class.py"/>
        <source>Share of the class in the map, in percent</source>
        <translation>该类别在图中所占的百分比</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/threshold_class.py"/>
        <source>Remember in the model</source>
        <translation>在模型中记住</translation>
    </message>
    <message>
        <location filename="../../ui/processing/after/threshold_class.py"/>
        <source>Thresholded prediction</source>
        <translation>按阈值生成的预测</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Accuracy of a prediction</source>
        <translation>预测结果的精度</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Compares a prediction with labels pixel by pixel and gives the confusion matrix in pixels and hectares, and precision, recall, F1 and IoU of every class with their means. Use labels that training never saw: polygons, points with a class, or a raster.
The report says which question its figures answer: how right this map is, which takes a probability sample of it, or how well the model does in places that training never saw. With the labels that trained, it says how far off the test and the map are from them.
Inside a labelled area what no class covers counts as background; without one only labelled pixels count.</source>
        <translation>逐像元比较预测与标注，给出以像元和公顷计的混淆矩阵，以及各类的精确率、召回率、F1、IoU 及其平均。请使用训练从未见过的标注：多边形、带类别的点或栅格。
报告说明其数字回答哪个问题：这幅地图有多准（需要对它的概率抽样），还是模型在训练未见过的地方表现如何。给出训练所用的标注时，还会说明测试与地图离它们有多远。
在标注区域内，没有类别覆盖的部分算作背景；没有标注区域时只计入有标注的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Congalton 1991, Remote Sensing of Environment 37(1), doi 10.1016/0034-4257(91)90048-B</source>
        <translation>Congalton 1991, Remote Sensing of Environment 37(1), doi 10.1016/0034-4257(91)90048-B</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>confusion matrix kappa iou f1 precision recall validation</source>
        <translation>混淆矩阵 精度 验证 confusion matrix kappa iou f1 precision recall validation</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>The probabilities made beside the prediction, to assess them too.</source>
        <translation>与预测一同生成的概率，也对其进行评估。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>A page with measures and matrix, to read.</source>
        <translation>包含精度指标和混淆矩阵的页面，供阅读。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Reference points</source>
        <translation>参考点</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Class field of the points</source>
        <translation>点的类别字段</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Mean IoU {miou}, F1 {f1}</source>
        <translation>平均 IoU {miou}，F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>The polygons that the model learned from, to tell how far off the test and the map are from them.</source>
        <translation>模型学习所用的多边形，用于说明测试与地图离它们有多远。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Measures by class</source>
        <translation>各类别的指标</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>One row for each class and each mean.</source>
        <translation>每个类别及每种平均值各占一行。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Mean IoU</source>
        <translation>平均交并比</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>F1 without background</source>
        <translation>不含背景的 F1</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Pixel accuracy</source>
        <translation>像元精度</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Points whose class is known, in place of polygons.</source>
        <translation>类别已知的点，代替多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>The field that holds the class: text or a number.</source>
        <translation>存放类别的字段：文本或数字。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Labels that trained</source>
        <translation>训练所用的标注</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Give either points or other labels, not both.</source>
        <translation>请只给出点或其他标注之一，不要同时给出。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/accuracy.py"/>
        <source>Choose the field of the points that holds the class.</source>
        <translation>请选择点图层中保存类别的字段。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Where a model may be trusted</source>
        <translation>模型在何处可信</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Maps how unlike its training pixels the imagery is for a model: the dissimilarity index, and the area of applicability in which what was measured of the model can be expected to hold. A network is asked by what its last layer sees, a classifier by its features, a forest by those most that matter to it.
Give the imagery and the labels that trained, and the imagery to be mapped where that is another one.</source>
        <translation>绘出影像与模型的训练像元相差多少：相异指数，以及适用区——在其中可以预期模型的测量结果成立。对网络按其最后一层所见来衡量，对分类器按其特征，对随机森林则更看重对它重要的特征。
请给出训练所用的影像和标签；若要制图的是另一幅影像，也请给出。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>area of applicability dissimilarity index domain shift extrapolation trust</source>
        <translation>适用区域 相异指数 域偏移 外推 可信 applicability</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Imagery to map</source>
        <translation>要绘制的影像</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Applicability</source>
        <translation>适用性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>{share} % of the imagery lie within the area of applicability.</source>
        <translation>影像的 {share} % 位于适用区域内。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>applicability</source>
        <translation>适用性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Says which bands count.</source>
        <translation>说明哪些波段有效。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Empty takes the imagery that trained.</source>
        <translation>留空则取训练所用的影像。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Band 1 is the dissimilarity index, band 2 is 1 where the model may be trusted, else 0.</source>
        <translation>波段 1 为相异指数；波段 2 在模型可信处为 1，否则为 0。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Threshold of the index</source>
        <translation>指数的阈值</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>Share of the imagery within it</source>
        <translation>影像在其内的比例</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>like what trained</source>
        <translation>与训练像元相似</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>still within</source>
        <translation>仍在其内</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>beyond the threshold</source>
        <translation>超出阈值</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/applicability_area.py"/>
        <source>far from all that trained</source>
        <translation>远离所有训练像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>Importance of the bands</source>
        <translation>波段的重要性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>Tells how much a model of any kind depends on each band: by how much its maps get worse when the band is shuffled between blocks of the imagery, and what if it were missing, with intervals over blocks. Use labels that training never saw.</source>
        <translation>说明任意类型的模型对每个波段的依赖程度：把该波段在影像分块之间打乱时地图变差多少，以及缺少该波段会怎样，并给出按分块的区间。请使用训练从未见过的标注。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>permutation feature importance explain band channel sensitivity</source>
        <translation>置换 特征 重要性 解释 波段 通道 敏感性 permutation importance</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>A page with the bands, the most important first.</source>
        <translation>列出各波段的页面，最重要的在前。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>The model file that is looked into.</source>
        <translation>要解释的模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>One row for each band.</source>
        <translation>每个波段一行。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/band_importance.py"/>
        <source>The most important band</source>
        <translation>最重要的波段</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>Accuracy of boundaries and objects</source>
        <translation>边界与对象的精度</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>Tells how far the contacts of a map lie from the true ones: what is met within a tolerance in metres, the 95 % Hausdorff distance, which objects were found, missed or made up, and for dikes and other lines how much of their length.
The contact margin is the distance within which the true contact lies at the confidence that you choose. It is calibrated on the labels' blocks, so use labels that training never saw.</source>
        <translation>说明地图的界线离真实界线有多远：在以米计的容差内吻合的比例、95 % 豪斯多夫距离、哪些对象被找到、漏掉或误报，以及岩脉等线状要素的长度比例。
界线余量是真实界线在所选置信度下所在的距离。它按标注的分块校准，因此请使用训练从未见过的标注。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>boundary contact margin hausdorff object completeness correctness conformal</source>
        <translation>边界 界线 余量 豪斯多夫 对象 完整性 正确性 保形 boundary hausdorff</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>A page with distances, objects and lengths, to read.</source>
        <translation>包含距离、对象和长度的可读页面。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>Boundary F1 of all contacts</source>
        <translation>所有界线的边界 F1</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/boundary_accuracy.py"/>
        <source>Contact margin in metres</source>
        <translation>界线余量（米）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>Report of a comparison</source>
        <translation>比较报告</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>Writes what “Train and compare several models” has found as one page to read, to print or to publish, in the language of QGIS: maps, measures with intervals, matrices, loss curves, data and split, recipes, versions and the papers to cite. Figures as SVG and PNG, tables as CSV and numbers as JSON lie in a folder beside it.
What other assessments have found of the same models and maps becomes a section each: give their reports for programs (JSON), and the rasters of where a model may be trusted and of what a network looks at.</source>
        <translation>把“训练并比较多个模型”的结果写成一页，供阅读、打印或发表，语言与 QGIS 相同：地图、带区间的指标、混淆矩阵、损失曲线、数据与划分、方案、版本以及应引用的论文。旁边的文件夹里有 SVG 和 PNG 图、CSV 表和 JSON 数字。
对相同模型和地图所做的其他评估各成一节：请给出它们供程序使用的报告（JSON），以及“模型可信之处”和“网络在看什么”的栅格。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>report publish print page html figures compare comparison</source>
        <translation>报告 发表 打印 页面 图 比较 report publish print html</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>Folder of the comparison</source>
        <translation>比较的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>Further results</source>
        <translation>其他结果</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>Pages</source>
        <translation>网页</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>The folder that “Train and compare several models” has filled.</source>
        <translation>“训练并比较多个模型”写入的文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>Files of other assessments, each a section: {kinds}.</source>
        <translation>其他评估的文件，各成一节：{kinds}。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>A folder with figures, tables and numbers is written beside it.</source>
        <translation>旁边会写出一个含图、表和数字的文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/comparison_report.py"/>
        <source>Folder with figures, tables and numbers</source>
        <translation>含图、表和数字的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Draw an accuracy sample</source>
        <translation>抽取精度样本</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Draws random points over a map, so many of each class that the accuracy comes out as exactly as you want it, with the chance that each had. Answer them on the Compare page or in the attribute table, then run “Accuracy and areas from a sample”.
With a second map, points are drawn where the two differ: the shortest way to learn which is better.</source>
        <translation>在地图上抽取随机点，各类的数量使精度达到您要求的准确程度，并记录每个点的入样概率。在“比较”页或属性表中判读它们，然后运行“由样本得出精度与面积”。
给出第二幅地图时，点只在两图不同之处抽取：这是了解哪幅更好的最快方法。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Olofsson et al. 2014, Remote Sensing of Environment 148, 42–57, doi 10.1016/j.rse.2014.02.015</source>
        <translation>Olofsson et al. 2014, Remote Sensing of Environment 148, 42–57, doi 10.1016/j.rse.2014.02.015</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>stratified random sampling points validation accuracy area</source>
        <translation>分层 随机 抽样 点 验证 精度 面积 stratified sampling</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Second map</source>
        <translation>第二幅地图</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Points are drawn where this map differs from the prediction.</source>
        <translation>在此图与预测不同之处抽取点。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>{prediction} · accuracy sample</source>
        <translation>{prediction} · 精度样本</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>The same seed draws the same points.</source>
        <translation>相同的种子抽取相同的点。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Points with their design and empty fields for the answers.</source>
        <translation>带抽样设计和空答案字段的点。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>Number of points</source>
        <translation>点数</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/draw_sample.py"/>
        <source>{name}: {n} points of {pixels} pixels</source>
        <translation>{name}：{pixels} 个像元中的 {n} 个点</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>Changes between two maps</source>
        <translation>两幅图之间的变化</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>Compares two maps of the same place: a raster of where they differ, in the colours of what became of it, and a table from which class to which, with areas. Classes are matched by name, and the first map is brought to the pixels of the second.</source>
        <translation>比较同一地点的两幅图：以变化后类别的颜色给出差异栅格，并给出从何类到何类及其面积的表。类别按名称对应，第一幅图会对齐到第二幅图的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>difference change detection two predictions transition matrix</source>
        <translation>差异 变化检测 两个预测 转移矩阵</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>The map before the change.</source>
        <translation>变化之前的图。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>The map after it, on whose pixels they are compared.</source>
        <translation>变化之后的图，在其像元上进行比较。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>One value for each kind of change; 0 where nothing changed.</source>
        <translation>每种变化一个值；未变化处为 0。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>A page with the kinds of change and their areas.</source>
        <translation>列出各种变化及其面积的页面。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>Share of the map that changed</source>
        <translation>图中发生变化的比例</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>The two maps are the same: nothing changed, so there is no raster of changes.</source>
        <translation>两幅图相同：没有变化，因此没有变化栅格。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>First map</source>
        <translation>第一幅图</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/map_changes.py"/>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>Where to look next</source>
        <translation>接下来看哪里</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>Chooses the tiles of a map that are worth a look: where a second kind of model that learned from the same labels disagrees with the map or is unsure, the more the rarer the classes are there. The chance that each tile had to be chosen is kept with it.
Fill in the verdicts in the attribute table (right, corrected, skipped) or on the Correct page, and give the file to a training as reviews, and to the next round as the earlier one.</source>
        <translation>选出图中值得查看的图块：由相同标注学习的另一种模型与该图不一致或不确定之处，那里的类别越少见越优先。每个图块被选中的概率一并保存。
在属性表（right、corrected、skipped）或“改正”页填写结论，并将该文件作为审阅交给训练，作为先前轮次交给下一轮。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>active learning review queue audit random sample disagreement</source>
        <translation>主动学习 审阅 队列 审核 随机样本 分歧</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>Earlier rounds</source>
        <translation>先前轮次</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>Round {round}: {tiles} tiles and {places} random places.</source>
        <translation>第 {round} 轮：{tiles} 个图块和 {places} 个随机位置。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>The file of the rounds before: its tiles and answers stay, and none comes twice.</source>
        <translation>先前轮次的文件：其图块和回答保留，不会重复选取。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>The same seed chooses the same tiles.</source>
        <translation>相同的种子选取相同的图块。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>A GeoPackage with the tiles and, where random places are wanted, an accuracy sample.</source>
        <translation>包含图块的 GeoPackage；如需随机位置，还包含精度样本。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>Number of new tiles</source>
        <translation>新图块数</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>Number of new random places</source>
        <translation>新随机位置数</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>Reviews</source>
        <translation>审阅</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>GeoPackages</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/next_tiles.py"/>
        <source>There is no file “{file}” of earlier rounds. Choose it again.</source>
        <translation>没有先前轮次的文件“{file}”。请重新选择。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/renamed_widget.py"/>
        <source>class of the labels=class of the prediction, …</source>
        <translation>标签的类别=预测的类别, …</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/renamed_widget.py"/>
        <source>Match…</source>
        <translation>对应…</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/renamed_widget.py"/>
        <source>Choose for every class of the labels what it is called in the prediction</source>
        <translation>为标签的每个类别选择它在预测中的名称</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/renamed_widget.py"/>
        <source>Choose a prediction first: a raster of classes that Outcrop has written.</source>
        <translation>请先选择一个预测：由 Outcrop 写出的类别栅格。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/renamed_widget.py"/>
        <source>Choose the labels and their class field first.</source>
        <translation>请先选择标签及其类别字段。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/reports.py"/>
        <source>Report for programs</source>
        <translation>供程序使用的报告</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/reports.py"/>
        <source>Everything, as the command line gives it.</source>
        <translation>全部内容，与命令行给出的相同。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>What a network looks at</source>
        <translation>网络在看什么</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>Shows which pixels and bands in and around a tile made a network find a class there, by integrated gradients: above 0 a pixel speaks for the class, below 0 against it. The first band of the raster is all bands together, the others are the model's bands one by one; the log tells each band's share.
Choose an extent of up to 512 × 512 pixels; without one the middle of the imagery is looked at.</source>
        <translation>用积分梯度显示图块内及其周围哪些像元和波段使网络在那里识别出某一类别：大于 0 的像元支持该类别，小于 0 的反对它。栅格的第一个波段是所有波段之和，其余依次是模型的各个波段；日志给出每个波段的占比。
请选择不超过 512 × 512 像元的范围；不选则查看影像中部。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>saliency integrated gradients attribution explain network attention</source>
        <translation>显著性 积分梯度 归因 解释 网络 注意力</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>what speaks for “{name}”</source>
        <translation>支持“{name}”的依据</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>The tile, of up to 512 × 512 pixels; empty takes the middle of the imagery.</source>
        <translation>图块，不超过 512 × 512 像元；留空则取影像中部。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>Saliency</source>
        <translation>显著性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>A network that was trained here.</source>
        <translation>在此训练的网络。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>Band 1 is all bands together, then comes each of the model's bands.</source>
        <translation>波段 1 是所有波段之和，其后是模型的各个波段。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>The class that is explained</source>
        <translation>被解释的类别</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>The band with the largest share</source>
        <translation>占比最大的波段</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>Mean probability of the class</source>
        <translation>该类别的平均概率</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>against it</source>
        <translation>反对</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/saliency.py"/>
        <source>for it</source>
        <translation>支持</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Accuracy and areas from a sample</source>
        <translation>由样本得出精度与面积</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Tells how right a map is and what area each class really has, with confidence intervals, from a sample of its pixels that an analyst has answered. The sample may have been drawn for another map of the same place.
With a second map and a sample drawn where the two differ, it tells which is better and whether that could be chance.</source>
        <translation>根据分析人员已判读的像元样本，给出地图有多准以及各类的真实面积及其置信区间。样本也可以是为同一地方的另一幅地图抽取的。
给出第二幅地图和在两图不同之处抽取的样本时，说明哪幅更好，以及这是否可能出于偶然。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>accuracy area estimation confidence interval olofsson stratified sample</source>
        <translation>精度 面积 估计 置信区间 分层 样本 olofsson</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Overall accuracy {value} ({low} to {high})</source>
        <translation>总体精度 {value}（{low} 至 {high}）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Answered sample</source>
        <translation>已判读的样本</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>The map with which a sample drawn where two maps differ compares the prediction.</source>
        <translation>对于在两图不同之处抽取的样本，与预测相比较的地图。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>A page with accuracies, areas and matrices, to read.</source>
        <translation>包含精度、面积和矩阵的可读页面。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Points that “Draw an accuracy sample” has drawn, with answers; “?” can't be told.</source>
        <translation>由“抽取精度样本”抽取并已有答案的点；“?”表示无法判断。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Accuracy and areas by class</source>
        <translation>各类的精度与面积</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>One row for each class.</source>
        <translation>每类一行。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Overall accuracy</source>
        <translation>总体精度</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment/sample_accuracy.py"/>
        <source>Choose the sample that was answered.</source>
        <translation>请选择已判读的样本。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Geodata preparation</source>
        <translation>地学数据准备</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>After prediction</source>
        <translation>预测后处理</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Assessment</source>
        <translation>精度评价</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Workflows</source>
        <translation>工作流</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Something unexpected went wrong: {error}.</source>
        <translation>发生意外错误：{error}。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/algorithm.py"/>
        <source>Reference</source>
        <translation>参考文献</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/choice_widget.py"/>
        <source>[not set]</source>
        <translation>[未设置]</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/declarations.py"/>
        <source>{help} ({models})</source>
        <translation>{help}（{models}）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/declarations.py"/>
        <source>Write name=number, with commas between.</source>
        <translation>写成“名称=数字”，以英文逗号分隔。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/declarations.py"/>
        <source>Write commas between them.</source>
        <translation>以英文逗号分隔。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/declarations.py"/>
        <source>0 stands for empty.</source>
        <translation>0 表示留空。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/features.py"/>
        <source>Writing the layer</source>
        <translation>正在写入图层</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/features.py"/>
        <source>The worker's result can't be read.</source>
        <translation>无法读取计算进程的结果。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/inputs.py"/>
        <source>Nothing is selected in “{name}”. Select polygons, or use the whole layer.</source>
        <translation>“{name}”中没有选中要素。请选择多边形，或使用整个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/inputs.py"/>
        <source>“{name}” has invalid polygons: {n}. Run “Fix geometries” on it, or choose another way of dealing with them in the source's settings.</source>
        <translation>“{name}”中有 {n} 个无效多边形。请先对其运行“修复几何图形”，或在输入源的设置中选择其他处理方式。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/inputs.py"/>
        <source>No place is given. Click on the map, or write its coordinates.</source>
        <translation>未给出位置。请在地图上点击，或输入坐标。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/inputs.py"/>
        <source>“{part}” lacks a value. Write name=number, with commas between.</source>
        <translation>“{part}”缺少数值。请写成“名称=数字”，以英文逗号分隔。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/inputs.py"/>
        <source>The list of pairs</source>
        <translation>对应列表</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/kept_files.py"/>
        <source>“{file}” holds other layers ({layers}), which would be lost. Choose another file.</source>
        <translation>“{file}”中还有其他图层（{layers}），它们会丢失。请选择其他文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/model_file_widget.py"/>
        <source>One of your models, or a model file</source>
        <translation>您的某个模型，或一个模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/model_file_widget.py"/>
        <source>Your models, the newest first; any other model file can be typed or chosen</source>
        <translation>您的模型，最新的在前；也可以输入或选择其他模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/model_file_widget.py"/>
        <source>Choose a model file</source>
        <translation>选择模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/opened_page.py"/>
        <source>Open the report in the browser</source>
        <translation>在浏览器中打开报告</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/opened_page.py"/>
        <source>Once it is written; only where QGIS has a window.</source>
        <translation>写好之后打开；仅当 QGIS 有窗口时。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/recipe_parameters.py"/>
        <source>Where to start: every training choice at once. What is set below changes it.</source>
        <translation>从哪里开始：一次确定所有训练设置。下面设置的内容会改变它。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/recipe_parameters.py"/>
        <source>The network or classifier to train; empty takes the recipe's.</source>
        <translation>要训练的网络或分类器；留空则采用方案中的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/refused_value.py"/>
        <source>{parameter} can’t be {value}. Give a number.</source>
        <translation>{parameter}不能是 {value}。请给出一个数。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/refused_value.py"/>
        <source>{parameter} is missing.</source>
        <translation>缺少{parameter}。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/refused_value.py"/>
        <source>{parameter} takes files of the kind {kinds}, not “{file}”. Choose another one.</source>
        <translation>{parameter}只接受 {kinds} 类型的文件，不接受“{file}”。请另选一个。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/refused_value.py"/>
        <source>{parameter} can’t be “{value}”. Give one of: {choices}.</source>
        <translation>{parameter}不能是“{value}”。请给出以下之一：{choices}。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/refused_value.py"/>
        <source>{parameter} can’t be “{value}”. Give the bounds xmin, xmax, ymin, ymax and the coordinate system in brackets, or a layer.</source>
        <translation>{parameter}不能是“{value}”。请给出边界 xmin, xmax, ymin, ymax 和方括号中的坐标系，或一个图层。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/refused_value.py"/>
        <source>{parameter} can’t be “{value}”. Give layers of the project, or files that QGIS can open.</source>
        <translation>{parameter}不能是“{value}”。请给出工程中的图层，或 QGIS 能打开的文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/refused_value.py"/>
        <source>{parameter} can’t be {value}. Give a number from {low} to {high}.</source>
        <translation>{parameter}不能是 {value}。请给出 {low} 到 {high} 之间的数。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/refused_value.py"/>
        <source>{parameter} can’t be {value}. Give {low} or more.</source>
        <translation>{parameter}不能是 {value}。请给出 {low} 或更大的数。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>What the numbers of rasters are, and how they are brought to the imagery’s pixels: 1 is the imagery, 2 the first further raster, as in “2=category; 3=angle,average; 4=measurement,cubic,nodata=0”. Known are measurement, category, angle and embedding; nearest, bilinear, cubic and average; scale=, offset=, nodata= and gaps=all. Empty takes what was chosen for the layers on the Data page.</source>
        <translation>各栅格的数值是什么，以及如何重采样到影像像元：1 为影像，2 为第一个附加栅格，例如“2=category; 3=angle,average; 4=measurement,cubic,nodata=0”。可用 measurement、category、angle、embedding；nearest、bilinear、cubic、average；scale=、offset=、nodata= 和 gaps=all。留空则采用在“数据”页为图层所选的设置。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Polygons of any layer: a file, a database, in memory, or the selected ones alone. Those that cross themselves are repaired, unless the source's settings skip or refuse them.</source>
        <translation>任意图层的多边形：文件、数据库、内存图层，或仅选中的多边形。自相交的多边形会被修复，除非输入源的设置要求跳过或拒绝它们。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Kinds of rasters</source>
        <translation>栅格的种类</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Only labels in here are used; empty uses all.</source>
        <translation>只使用此处的标签；留空则全部使用。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>The raster whose pixels everything else is brought to.</source>
        <translation>其他数据都转换到该栅格的像元上。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Bands of the imagery in the order in which they are used; empty takes all.</source>
        <translation>按使用顺序列出的影像波段；留空则全部使用。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Elevation, magnetics and the like: all their bands are added, resampled to the imagery's pixels.</source>
        <translation>高程、磁测等数据：加入其全部波段，并重采样到影像的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Training polygons or points</source>
        <translation>训练多边形或点</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Training polygons</source>
        <translation>训练多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Polygons inside which labelling is complete: what no class covers there is background.</source>
        <translation>其内部已标注完整的多边形：其中未被任何类别覆盖的部分为背景。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Correction sessions (.gpkg) whose pixels are labels too: they go before polygons.</source>
        <translation>改正会话文件（.gpkg），其像元也是标注：优先于多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Reviews and accuracy samples</source>
        <translation>复查记录与精度样本</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Files of reviews, where what was found right is a label too, and of accuracy samples, whose pixels are never learned from.</source>
        <translation>复查记录文件，其中认定正确之处也是标注；以及精度样本文件，其像元绝不用于学习。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Give the labels either as polygons or as a raster.</source>
        <translation>请以多边形或栅格二者之一给出标签。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Choose the field that holds the class (this layer has: {fields}).</source>
        <translation>请选择存放类别的字段（该图层有：{fields}）。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Further rasters</source>
        <translation>其他栅格</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>A point is the label of its pixel.</source>
        <translation>一个点即其所在像元的标签。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Class field</source>
        <translation>类别字段</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Labelled area</source>
        <translation>标注区域</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>A raster whose values are classes, in place of polygons. Its nodata is unlabelled.</source>
        <translation>以像元值为类别的栅格，用来代替多边形。其无数据值为未标注。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/scene.py"/>
        <source>Label raster</source>
        <translation>标签栅格</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/worker_run.py"/>
        <source>Epoch {epoch}: loss {loss}, mIoU {miou}, F1 {f1}</source>
        <translation>第 {epoch} 轮：损失 {loss}，mIoU {miou}，F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/base/worker_run.py"/>
        <source>{reason} Trying once more.</source>
        <translation>{reason} 再试一次。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Export tiles as a data set</source>
        <translation>将图块导出为数据集</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Cuts imagery and labels into tiles, in folders for training, validation and test, as other programs read them: images and masks as GeoTIFF or PNG, labels for YOLO and COCO.
Tiles with too much nodata, with too few labels, or that touch clouds or distortion drawn as polygons are left out. Lists tell every tile's pixels by class, the tiles that are hard, and each class's area and share.</source>
        <translation>将影像和标签切成图块，按训练、验证和测试分文件夹存放，供其他程序读取：影像和掩膜为 GeoTIFF 或 PNG，标签可为 YOLO 和 COCO 格式。
无数据过多、标签过少或与所绘云和畸变区域相交的图块将被剔除。清单列出每个图块各类别的像元数、困难图块，以及各类别的面积和占比。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Zhao et al. 2024, National Remote Sensing Bulletin 28(9), 2293–2305, doi 10.11834/jrs.20243393</source>
        <translation>Zhao et al. 2024, National Remote Sensing Bulletin 28(9), 2293–2305, doi 10.11834/jrs.20243393</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>yolo coco chips patches dataset png</source>
        <translation>数据集 图块 yolo coco chips patches dataset png</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Tiles that touch one of these polygons are left out.</source>
        <translation>与这些多边形相交的图块将被剔除。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>The same seed gives every tile the same part.</source>
        <translation>相同的种子使每个图块始终归入同一部分。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>A new or empty folder; it is filled when all tiles are done.</source>
        <translation>新建的或空的文件夹；所有图块完成后才写入。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Number of tiles</source>
        <translation>图块数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Hard tiles</source>
        <translation>困难图块</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>{part}: {n} tiles</source>
        <translation>{part}：{n} 个图块</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>{name}: {area}, {share} %</source>
        <translation>{name}：{area}，{share} %</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Clouds and distortion</source>
        <translation>云和畸变</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/export_tiles.py"/>
        <source>Folder for the tiles</source>
        <translation>图块文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Import tiles as labels</source>
        <translation>导入图块作为标签</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Reads a data set of tiles, such as “Export tiles” and other programs write, as imagery with labels: for training, validation and test a mosaic of the images and a raster of the classes. Labels are masks, COCO or YOLO objects; what no object covers is background.
Tiles keep their place; those that have none (PNG) are laid side by side. The list of scenes is for the command line's training.</source>
        <translation>将“导出图块”及其他程序写出的图块数据集读为带标签的影像：训练、验证和测试各有一幅影像镶嵌和一个类别栅格。标签可为掩膜，或 COCO、YOLO 目标；未被任何目标覆盖的部分为背景。
图块保留其位置；没有位置的（PNG）并排放置。影像清单用于命令行训练。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>yolo coco chips patches dataset png masks</source>
        <translation>数据集 图块 yolo coco chips patches dataset png masks</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>The folder that holds train, valid and test, or images and masks.</source>
        <translation>包含 train、valid 和 test，或影像和掩膜的文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>A new or empty folder; it is filled when all tiles are read.</source>
        <translation>新建的或空的文件夹；所有图块读完后才写入。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>List of scenes</source>
        <translation>影像清单</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>Folder for the labels</source>
        <translation>标签文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>{part}: imagery</source>
        <translation>{part}：影像</translation>
    </message>
    <message>
        <location filename="../../ui/processing/datasets/import_tiles.py"/>
        <source>{part}: labels</source>
        <translation>{part}：标签</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>no polygon</source>
        <translation>无多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>crossing edges</source>
        <translation>边界自相交</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>outside the imagery</source>
        <translation>位于影像之外</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>sliver</source>
        <translation>碎屑多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>drawn twice</source>
        <translation>重复绘制</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>suspect</source>
        <translation>可疑</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>spelling</source>
        <translation>写法不同</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Check training polygons</source>
        <translation>检查训练多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Looks for what goes wrong in training: polygons of different classes that overlap, polygons narrower than a pixel, without a class, with crossing edges, drawn twice, outside the imagery, or of a class that is written in two ways. Each becomes a feature of the problem layer, with a sentence that says what to do.
The page compares the classes: polygons, pixels, areas and shares, and which have too few.</source>
        <translation>检查训练中会出问题的地方：不同类别的多边形相互重叠，多边形窄于一个像元、没有类别、边线自交、重复绘制、位于影像之外，或类别有两种写法。每个问题成为问题图层中的一个要素，并附有一句说明该怎么做。
页面对各类别进行比较：多边形数、像元数、面积和占比，以及哪些类别太少。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>overlap sliver topology quality balance</source>
        <translation>拓扑 检查 overlap sliver topology quality balance</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Have two kinds of model learn from the other polygons, and list those polygons whose class both disagree with. Takes some seconds to minutes.</source>
        <translation>让两种模型从其他多边形学习，并列出两者都不认同其类别的多边形。需要数秒至数分钟。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>One feature for each problem: its kind, the class, what to do.</source>
        <translation>每个问题一个要素：类型、类别、如何处理。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>A page with the problems by kind and the classes compared.</source>
        <translation>按类型列出问题并比较各类别的页面。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Number of problems</source>
        <translation>问题数量</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>{kind}: {n}</source>
        <translation>{kind}：{n}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>To mend</source>
        <translation>待修正</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Ask the imagery too</source>
        <translation>同时参考影像</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/check_labels.py"/>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>Rasterise training polygons</source>
        <translation>训练多边形栅格化</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>Writes class polygons as a raster on the imagery's own pixels, as training sees them: 0 is unlabelled, every class has a number from 1 with its name and colour. Inside a labelled area what no class covers is background.
Polygons are reprojected to the imagery. Where they overlap, the one drawn last counts.</source>
        <translation>将类别多边形按影像自身的像元写为栅格，与训练时所见一致：0 为未标注，各类别从 1 起编号，并带有名称和颜色。在标注区域内，未被任何类别覆盖的部分为背景。
多边形会重投影到影像。重叠处以最后绘制的为准。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>mask burn ground truth</source>
        <translation>掩膜 真值 mask burn ground truth</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>{imagery} · labels</source>
        <translation>{imagery} · 标签</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>Otherwise a polygon labels the pixels whose centre it covers.</source>
        <translation>否则，多边形只标注其覆盖像元中心的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>A raster of class numbers with names and colours.</source>
        <translation>带有名称和颜色的类别编号栅格。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>Labelled pixels</source>
        <translation>已标注像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>{name}: {n} pixels</source>
        <translation>{name}：{n} 个像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/rasterise_labels.py"/>
        <source>Label every pixel that a polygon touches</source>
        <translation>标注多边形触及的所有像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>Split labels by blocks</source>
        <translation>按分块划分标签</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>Shows which labelled pixels training would learn from, which would measure the model, and which lie in the gap between them. With the same settings and the same seed training makes the very same split.
Blocks keep neighbours together: pixels next to each other are alike, so a model that is measured beside its own training pixels looks better than it is.</source>
        <translation>显示哪些标注像元用于训练，哪些用于评价模型，哪些位于两者之间的间隔内。设置和种子相同时，训练会作完全相同的划分。
分块使相邻像元归在一起：相邻像元彼此相似，若在训练像元旁边评价模型，精度会显得偏高。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>Roberts et al. 2017, Ecography 40(8), 913–929, doi 10.1111/ecog.02881</source>
        <translation>Roberts et al. 2017, Ecography 40(8), 913–929, doi 10.1111/ecog.02881</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>validation cross-validation spatial autocorrelation</source>
        <translation>验证 分块 空间自相关 validation cross-validation spatial autocorrelation</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>{imagery} · split</source>
        <translation>{imagery} · 划分</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>0 unused, 1 training, 2 validation, 3 test, 4 several parts.</source>
        <translation>0 未使用，1 训练，2 验证，3 测试，4 多个部分。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <location filename="../../ui/processing/labels/split_labels.py"/>
        <source>{part}: {counts} pixels</source>
        <translation>{part}：{counts} 个像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>Export a model to ONNX</source>
        <translation>将模型导出为 ONNX</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>Writes a network as an ONNX file with its scaling inside and the metadata that the plugin Deepness reads, so that it runs there and wherever ONNX does. The graph takes the imagery's values divided by 255 and gives the classes' probabilities.
Networks can be exported, classifiers of single pixels can't.</source>
        <translation>将网络写为 ONNX 文件，其中包含缩放和 Deepness 插件所读取的元数据，因此可在该插件及任何支持 ONNX 的地方运行。计算图以除以 255 后的影像值为输入，输出各类别的概率。
只能导出网络，不能导出逐像元分类器。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>Aszkowski et al. 2023, SoftwareX 23, 101495, doi 10.1016/j.softx.2023.101495</source>
        <translation>Aszkowski et al. 2023, SoftwareX 23, 101495, doi 10.1016/j.softx.2023.101495</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>deepness share convert runtime</source>
        <translation>共享 转换 deepness share convert runtime</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>The model to export.</source>
        <translation>要导出的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>The file to write.</source>
        <translation>要写入的文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>Side of the tiles in pixels</source>
        <translation>图块边长（像元）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>ONNX file</source>
        <translation>ONNX 文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/export_onnx.py"/>
        <source>ONNX files</source>
        <translation>ONNX 文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Makes a model file of an ONNX segmentation model, such as one made for the plugin Deepness, so that Outcrop predicts with it; or copies a model file of Outcrop's among your models.
What the ONNX file doesn't say of itself (classes, pixel size, bands, scaling) is given by hand. Files that can run code when they are read, such as .pt and .pth, aren't opened.</source>
        <translation>由 ONNX 分割模型（例如为 Deepness 插件制作的模型）生成模型文件，供 Outcrop 预测使用；或将 Outcrop 的模型文件复制到您的模型中。
ONNX 文件没有说明的内容（类别、像元大小、波段、缩放）由您填写。读取时可能执行代码的文件（如 .pt 和 .pth）不会被打开。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>onnx deepness zoo safetensors share</source>
        <translation>共享 onnx deepness zoo safetensors share</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Models ({patterns})</source>
        <translation>模型 ({patterns})</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>An ONNX file, or a model file of Outcrop's.</source>
        <translation>ONNX 文件，或 Outcrop 的模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Where to write it; empty puts it among your models.</source>
        <translation>写入位置；留空则放入您的模型中。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>Pixel size in metres</source>
        <translation>像元大小（米）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/import_model.py"/>
        <source>There is no file “{file}”. Choose an ONNX file or a model file.</source>
        <translation>文件“{file}”不存在。请选择 ONNX 文件或模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>Model information</source>
        <translation>模型信息</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>Writes what a model file says of itself as a page: classes, bands, pixel size, measures, recipe, and what it was trained on. The weights aren't loaded, so this works without a computing environment.</source>
        <translation>将模型文件自身的说明写成页面：类别、波段、像元大小、精度指标、方案以及训练所用数据。不加载权重，因此无需计算环境。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>card metadata provenance</source>
        <translation>模型卡片 元数据 card metadata provenance</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>The file to look at.</source>
        <translation>要查看的文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>The model's card, to read.</source>
        <translation>模型卡片，供阅读。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>Architecture</source>
        <translation>网络结构</translation>
    </message>
    <message>
        <location filename="../../ui/processing/models/model_information.py"/>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/model_files_widget.py"/>
        <source>Model files, with semicolons between them</source>
        <translation>模型文件，以分号分隔</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/model_files_widget.py"/>
        <source>Choose model files</source>
        <translation>选择模型文件</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict.py"/>
        <source>Predict with a model</source>
        <translation>用模型预测</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict.py"/>
        <source>Maps imagery with a trained model. Bands are found by the names that the model was trained on; classes, colours and scaling come from the model file.
Works in overlapping tiles, so that rasters of any size are mapped in the same memory and no seams show.</source>
        <translation>用训练好的模型对影像制图。波段按模型训练时的名称查找；类别、颜色和缩放取自模型文件。
以相互重叠的图块处理，因此无论栅格多大都占用相同的内存，且没有接缝。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict.py"/>
        <source>map classify inference segmentation</source>
        <translation>制图 分类 推理 语义分割 map classify inference segmentation</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict_ensemble.py"/>
        <source>Predict with several models</source>
        <translation>用多个模型预测</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict_ensemble.py"/>
        <source>Maps imagery with several models of the same classes at once: every pixel gets the class whose probability is highest on average. Models of different kinds make different mistakes, so together they are often better.</source>
        <translation>同时用类别相同的多个模型对影像制图：每个像元取平均概率最高的类别。不同类型的模型犯的错误不同，因此合在一起往往更好。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict_ensemble.py"/>
        <source>Hansen &amp; Salamon 1990, IEEE TPAMI 12(10), 993–1001, doi 10.1109/34.58871</source>
        <translation>Hansen &amp; Salamon 1990, IEEE TPAMI 12(10), 993–1001, doi 10.1109/34.58871</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/predict_ensemble.py"/>
        <source>ensemble average vote inference</source>
        <translation>集成 平均 投票 ensemble average vote inference</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>What pixels lacked, where the model maps them all the same</source>
        <translation>像元所缺的图层（模型仍予制图之处）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Only here is predicted; empty predicts the whole imagery. The map canvas is one choice.</source>
        <translation>只在此范围内预测；留空则预测整幅影像。可选择地图画布范围。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>{n} models</source>
        <translation>{n} 个模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Outside them the prediction has no data; empty predicts everywhere.</source>
        <translation>在其之外预测结果无数据；留空则处处预测。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>A raster of classes with their names and colours; 0 is no data.</source>
        <translation>带有类别名称和颜色的类别栅格；0 为无数据。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Probabilities, where wanted</source>
        <translation>概率（如需要）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Uncertainty, where wanted</source>
        <translation>不确定性（如需要）</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Pixels predicted</source>
        <translation>已预测像元</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Choose a model file.</source>
        <translation>请选择模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Models of the same classes; their probabilities are averaged.</source>
        <translation>类别相同的模型；对其概率取平均。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>The model that “Train a model” has written.</source>
        <translation>“训练模型”写出的模型。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Only inside these polygons</source>
        <translation>仅在这些多边形内</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/prediction_run.py"/>
        <source>Predicted classes</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>Map the uncertainty of models</source>
        <translation>绘制模型的不确定性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>Maps how unsure one or several models are of each pixel, from 0 (sure) to 1 (unsure): the entropy of the class probabilities, and how close the two likeliest classes are. Training polygons are best added where models are unsure.</source>
        <translation>绘制一个或多个模型对每个像元的不确定程度，从 0（确定）到 1（不确定）：类别概率的熵，以及最可能的两个类别的接近程度。最好在模型不确定的地方补充训练多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>Shannon 1948, Bell System Technical Journal 27, doi 10.1002/j.1538-7305.1948.tb01338.x</source>
        <translation>Shannon 1948, Bell System Technical Journal 27, doi 10.1002/j.1538-7305.1948.tb01338.x</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>entropy confidence active learning</source>
        <translation>熵 置信度 主动学习 entropy confidence active learning</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>Two bands from 0 (sure) to 1 (unsure): entropy, and closeness of the two likeliest classes.</source>
        <translation>两个波段，从 0（确定）到 1（不确定）：熵，以及最可能的两个类别的接近程度。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/prediction/uncertainty.py"/>
        <source>Uncertainty</source>
        <translation>不确定性</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/raster_algorithm.py"/>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/raster_algorithm.py"/>
        <source>{layer} · {made}</source>
        <translation>{layer} · {made}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/raster_algorithm.py"/>
        <source>{band}: {low} to {high} {unit}</source>
        <translation>{band}：{low} 至 {high} {unit}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/raster_algorithm.py"/>
        <source>“{field}” only numbers the points. Choose the field that holds what was measured.</source>
        <translation>“{field}”只是点的编号。请选择保存测量值的字段。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/raster_algorithm.py"/>
        <source>A raster with a named band for each result, on the same pixels.</source>
        <translation>栅格，每个结果为一个有名称的波段，像元与输入相同。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/raster_algorithm.py"/>
        <source>Points of any layer, in any coordinate system.</source>
        <translation>任意图层的点，坐标系不限。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/raster_algorithm.py"/>
        <source>The field that holds the number to interpolate.</source>
        <translation>存有要插值的数值的字段。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/raster_algorithm.py"/>
        <source>A point on the imagery; the button beside it lets you click on the map.</source>
        <translation>影像上的一点；用旁边的按钮可在地图上点击。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/raster_algorithm.py"/>
        <source>A page with the variogram, and how far points are missed.</source>
        <translation>包含变异函数以及各点偏差的页面。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/save_stack.py"/>
        <source>Save a stack</source>
        <translation>保存叠加影像</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/save_stack.py"/>
        <source>Saves imagery with further rasters on its grid as one virtual raster, which is imagery everywhere: a small file that refers to the rasters where they are and copies none of their pixels.
Every band keeps its name, its unit and what its numbers are: measurements, categories, angles or an embedding, each brought to the grid as it has to be.</source>
        <translation>将影像及其网格上的其他栅格保存为一个虚拟栅格，在任何地方都可作为影像使用：这是一个小文件，引用原处的栅格而不复制像元。
每个波段都保留其名称、单位及数值的含义：测量值、类别、角度或嵌入，并各按其应有的方式重采样到网格。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/save_stack.py"/>
        <source>Saved stack</source>
        <translation>保存的叠加影像</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/save_stack.py"/>
        <source>Virtual rasters</source>
        <translation>虚拟栅格</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/save_stack.py"/>
        <source>The file to write; it is of use where the rasters stay.</source>
        <translation>要写入的文件；栅格留在原处时方可使用。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/save_stack.py"/>
        <source>stack</source>
        <translation>叠加影像</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/table_log_ratios.py"/>
        <source>Log-ratios of fields</source>
        <translation>字段的对数比</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/table_log_ratios.py"/>
        <source>Takes log-ratios of the fields of points that are parts of a whole, such as oxides or elements of samples, as new fields. Take them before points become grids.
Zeros and values below detection, also those written as “&lt;0.5”, are replaced by 65 % of the limit, the others giving way in proportion. Negative parts are refused, unless they mean “less than”.</source>
        <translation>对点的若干字段取对数比，作为新字段；这些字段是整体的组成部分，例如样品的氧化物或元素。应在点插值为栅格之前进行。
零和低于检出限的值（包括写作“&lt;0.5”的值）以检出限的 65 % 代替，其余部分按比例让出。负值会被拒绝，除非它们表示“小于”。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/table_log_ratios.py"/>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/table_log_ratios.py"/>
        <source>Parts</source>
        <translation>组分</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/table_log_ratios.py"/>
        <source>The fields that hold the parts: all oxides or elements of the whole.</source>
        <translation>存有各组分的字段：整体的全部氧化物或元素。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/table_log_ratios.py"/>
        <source>The points with all their fields and the log-ratios.</source>
        <translation>带有全部字段以及对数比的点。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/preparation/table_log_ratios.py"/>
        <source>log-ratios</source>
        <translation>对数比</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Imagery and polygons to a map with its accuracy</source>
        <translation>从影像和多边形到带精度的专题图</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Trains a model on polygons, maps the imagery with it, cleans the map, draws it as polygons and measures it against other polygons, in one go.
A graphical model: copy its file and change it in the model designer.</source>
        <translation>一次完成：用多边形训练模型，用它对影像制图，清理结果，绘制为多边形，并与其他多边形比较以评定精度。
这是一个图形模型：可复制其文件，并在模型设计器中修改。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Accuracy report</source>
        <translation>精度报告</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Its file: {file}</source>
        <translation>文件：{file}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>The raster to train on and to map.</source>
        <translation>用于训练和制图的栅格。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Polygons with a class.</source>
        <translation>带有类别的多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Polygons that training doesn't see.</source>
        <translation>训练未使用过的多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Polygons to check with</source>
        <translation>检验用多边形</translation>
    </message>
    <message>
        <location filename="../../ui/processing/shipped_model.py"/>
        <source>Their class field</source>
        <translation>检验多边形的类别字段</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/fine_tune.py"/>
        <source>Fine-tune a model</source>
        <translation>微调模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/fine_tune.py"/>
        <source>Learns on from a network that was trained before, on polygons of another scene or another year, and leaves a model file of its own; the first one stays as it is. Fewer polygons and less time are needed than from the beginning.
Architecture, settings and recipe are those of the model; what is set below changes them. Classes that it knows keep what was learned, new ones start anew. The imagery needs the same bands.</source>
        <translation>以先前训练好的网络为起点，用另一景影像或另一年份的多边形继续学习，并另存为一个模型文件；原模型保持不变。与从头训练相比，所需的多边形和时间都更少。
结构、设置和方案都取自该模型；下面设置的内容会覆盖它们。模型已认识的类别保留已学到的内容，新类别从头学习。影像须有相同的波段。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/fine_tune.py"/>
        <source>transfer learning continue update</source>
        <translation>迁移学习 继续 更新</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/fine_tune.py"/>
        <source>Start from a model of mine</source>
        <translation>从我的模型开始</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/fine_tune.py"/>
        <source>The model file of a network, to learn on from.</source>
        <translation>作为继续学习起点的网络模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/resume.py"/>
        <source>Resume a training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/resume.py"/>
        <source>Goes on with a training that was stopped or interrupted, from its last checkpoint, and writes the model file that the run was to make.</source>
        <translation>从最后一个检查点继续已停止或中断的训练，并写出该训练应生成的模型文件。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/resume.py"/>
        <source>continue checkpoint interrupted</source>
        <translation>检查点 中断 continue checkpoint interrupted</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/resume.py"/>
        <source>Folder of the run</source>
        <translation>训练文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/resume.py"/>
        <source>It lies beside the model file and ends with “.run”.</source>
        <translation>它位于模型文件旁，以“.run”结尾。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Trains a network or a classifier of single pixels on polygons drawn over imagery, and leaves one model file. A part of the labels is held back in blocks of the map, to measure the model on ground it never saw.
The recipe decides everything that is left empty. A run that was stopped can be resumed from its folder, which lies beside the model file.</source>
        <translation>用影像上绘制的多边形训练网络或逐像元分类器，生成一个模型文件。一部分标签按地图分块留出，用模型从未见过的地面评价模型。
留空的设置都由方案决定。已停止的训练可从其文件夹继续，该文件夹位于模型文件旁。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>segmentation classification deep learning network classifier supervised</source>
        <translation>语义分割 分类 深度学习 segmentation classification deep learning network classifier supervised</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Leave as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>What computes: auto, cpu, mps, cuda, cuda:1 …</source>
        <translation>用什么计算：auto、cpu、mps、cuda、cuda:1 …</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>The same seed gives the same outcome on the same computer.</source>
        <translation>在同一台计算机上，相同的种子给出相同的结果。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Otherwise a polygon labels the pixels whose centre it covers. Helps where polygons are very thin.</source>
        <translation>否则，多边形只标注其覆盖像元中心的像元。多边形很细时有用。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Which layers of that model aren't changed.</source>
        <translation>该模型的哪些层保持不变。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>What the model is called in lists; empty takes its file's name.</source>
        <translation>模型在列表中的名称；留空则用文件名。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Holds the weights and everything that is needed to predict with them.</source>
        <translation>包含权重以及用它预测所需的一切。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Mean IoU on the validation part</source>
        <translation>验证部分的平均交并比</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>F1 on the validation part, without background</source>
        <translation>验证部分的 F1，不含背景</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>Name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train.py"/>
        <source>A model file of the same architecture and bands, to learn on from; empty starts from the recipe.</source>
        <translation>结构和波段相同的模型文件，在其基础上继续学习；留空则按方案开始。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Train and compare several models</source>
        <translation>训练并比较多个模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Trains one model after another on the same labels with the same split and budget, maps the imagery with each, and measures all maps on labels that none has seen: a table with intervals over blocks, which differences are no chance, the maps, and where they disagree. The report is one page with figures, to print or to publish.
A model that can't be trained is listed with the reason and doesn't stop the others. Started again with the same folder, it goes on where it was stopped.</source>
        <translation>用相同的标注、相同的划分和预算依次训练各模型，用每个模型对影像制图，并在所有模型都未见过的标注上评估全部地图：按分块给出区间的表格、哪些差异并非偶然、各幅地图以及它们不一致之处。报告为一个带图的页面，可打印或发表。
无法训练的模型会列出原因，不影响其他模型。用同一文件夹再次启动时，从停止处继续。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>compare comparison benchmark table</source>
        <translation>比较 对比 compare comparison benchmark table</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Load the maps</source>
        <translation>加载地图</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Choose at least one recipe or model to train.</source>
        <translation>请至少选择一个方案或模型进行训练。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Recipes</source>
        <translation>方案</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Each is trained with the model that it names.</source>
        <translation>每个方案用其指定的模型训练。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Each is trained with the recipe “quick”.</source>
        <translation>每个模型用“quick”方案训练。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Takes one model file, one map and one folder of its run for each.</source>
        <translation>为每个模型存放一个模型文件、一幅地图和一个运行文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>One row for each model.</source>
        <translation>每个模型一行。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>One page with table, figures and maps; a folder with figures, tables and numbers beside it.</source>
        <translation>含表格、图和地图的一个页面；旁边的文件夹中有图、表和数字。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Adds the maps and where they disagree to the project.</source>
        <translation>把各幅地图及其不一致之处加入工程。</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Models trained</source>
        <translation>已训练的模型</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Where the maps disagree</source>
        <translation>地图不一致之处</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>disagreement</source>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>{group} · {name}</source>
        <translation>{group} · {name}</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Folder for the model files</source>
        <translation>模型文件的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../ui/processing/training/train_several.py"/>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../ui/projects/demo_project.py"/>
        <source>Outcrop: the demo</source>
        <translation>Outcrop：演示</translation>
    </message>
    <message>
        <location filename="../../ui/projects/demo_project.py"/>
        <source>training polygons</source>
        <translation>训练多边形</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>sample polygons</source>
        <translation>样例多边形</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>sample labelled area</source>
        <translation>样例标注区域</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>sample imagery</source>
        <translation>样例影像</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>sample rock samples</source>
        <translation>示例岩石样品</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>sample elevation</source>
        <translation>示例高程</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>sample magnetics</source>
        <translation>示例磁测</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>sample gamma rays</source>
        <translation>示例伽马射线</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>The sample in “{folder}” can't be read. Delete this folder, then open the sample again.</source>
        <translation>无法读取“{folder}”中的示例。请删除该文件夹，然后重新打开示例。</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>Outcrop: sample</source>
        <translation>Outcrop：样例</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>The sample is in the project, and chosen on the Data page.</source>
        <translation>示例已加入工程，并已在“数据”页选定。</translation>
    </message>
    <message>
        <location filename="../../ui/projects/sample_project.py"/>
        <source>Outcrop: making the sample</source>
        <translation>Outcrop：正在生成样例</translation>
    </message>
    <message>
        <location filename="../../ui/projects/training_layer.py"/>
        <source>Place of the new training layer</source>
        <translation>新训练图层的位置</translation>
    </message>
    <message>
        <location filename="../../ui/projects/training_layer.py"/>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../../ui/projects/training_layer.py"/>
        <source>“{path}” exists already. Choose another name, so that nothing is overwritten.</source>
        <translation>“{path}”已存在。请另选名称，以免覆盖。</translation>
    </message>
    <message>
        <location filename="../../ui/projects/training_layer.py"/>
        <source>“{path}” can't be made: {error} Choose another place.</source>
        <translation>无法建立“{path}”：{error} 请另选位置。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>A small network and a few minutes, for a first look at any subject.</source>
        <translation>小型网络，几分钟，适合对任何目标作初步尝试。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>The network that did best on real landslides in equal time, given longer to learn.</source>
        <translation>在相同时间内对真实滑坡效果最好的网络，训练时间更长。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Thin bright dikes in high-resolution imagery, as published. Wants a GPU.</source>
        <translation>高分辨率影像中细而亮的岩脉，与论文一致。需要 GPU。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Rock units from fused layers, as published. Wants a GPU.</source>
        <translation>用融合图层识别岩性单元，与论文一致。需要 GPU。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Ponds in satellite imagery, as published. Wants a GPU.</source>
        <translation>卫星影像中的尾矿库，与论文一致。需要 GPU。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Starts from photographs, as published. Wants a GPU and hours.</source>
        <translation>从自然图像的预训练权重开始，与论文一致。需要 GPU 和数小时。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Landslide outlines with attention, as published. Wants a GPU.</source>
        <translation>带注意力机制的滑坡边界提取，与论文一致。需要 GPU。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>in blocks of the map</source>
        <translation>按地图分块</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>whole polygons at a time</source>
        <translation>以整个多边形为单位</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>whole scenes at a time</source>
        <translation>以整景影像为单位</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>as random tiles, which flatters the model</source>
        <translation>按随机图块，会使模型精度偏高</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Where labels are few, it learns from these too in the end.</source>
        <translation>标注较少时，模型最后也会用这些标注学习。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>It learns from these too in the end.</source>
        <translation>模型最后也会用这些标注学习。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{count} polygons are few: tiles are changed strongly, so that they aren’t learned by heart.</source>
        <translation>{count} 个多边形较少：将对图块做强烈的增强，以免模型死记样本。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{share} % of the labels are held back to measure the model, {how}.</source>
        <translation>留出 {share} % 的标签用于评价模型，{how}。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{time} in all, as an epoch took {epoch} the last time</source>
        <translation>共需{time}，上次一轮用时{epoch}</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>Nothing is held back: the model’s measures will be those of pixels it has learned from.</source>
        <translation>未留出任何标签：模型的精度指标将来自它学习过的像元。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{time} in all with this data: {n} epochs of {epoch}, on {device}</source>
        <translation>用这些数据共需{time}：{n} 个周期，每个{epoch}，使用 {device}</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{given} min won’t do: an epoch takes {epoch} here, so that only about {done} of {n} will be done. Give it longer, or take what fits.</source>
        <translation>{given} 分钟不够：在本机每个周期需要{epoch}，{n} 个周期中只能完成约 {done} 个。请延长时间，或选择合适的方案。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>This will take {time} here. Set a time, or take what fits.</source>
        <translation>在本机需要{time}。请设定时限，或选择合适的方案。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>not even one of {n}</source>
        <translation>{n} 个中不足一个</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{done} of {n}</source>
        <translation>{n} 个中的 {done} 个</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{given} min won’t do: beside the beginning and the end not even one step of {n} tiles fits, which takes {step} here. Give it longer, or take what fits.</source>
        <translation>{given} 分钟不够：除去开头和收尾，连一步（{n} 个瓦片）也做不完，在此处需要 {step}。请给更长时间，或选择合适的。</translation>
    </message>
    <message>
        <location filename="../../ui/recipe_texts.py"/>
        <source>{given} min won’t do: one epoch of {n} takes {epoch} here. Give it longer, or take what fits.</source>
        <translation>{given} 分钟不够：在本机，{n} 个周期中的一个就需要{epoch}。请延长时间，或选择合适的方案。</translation>
    </message>
    <message>
        <location filename="../../ui/review/audit_figures.py"/>
        <source>At {n} random place, which no model learned from, this map is right in {share} % ({low} to {high}, 95 %).</source>
        <translation>在没有模型学习过的 {n} 个随机位置上，此图的正确率为 {share} %（{low} 至 {high}，95 %）。</translation>
    </message>
    <message>
        <location filename="../../ui/review/audit_figures.py"/>
        <source>At {n} random places, which no model learned from, this map is right in {share} % ({low} to {high}, 95 %).</source>
        <translation>在没有模型学习过的 {n} 个随机位置上，此图的正确率为 {share} %（{low} 至 {high}，95 %）。</translation>
    </message>
    <message>
        <location filename="../../ui/review/audit_figures.py"/>
        <source>{n} more answer halves the interval.</source>
        <translation>再回答 {n} 个可使区间减半。</translation>
    </message>
    <message>
        <location filename="../../ui/review/audit_figures.py"/>
        <source>{n} more answers halve the interval.</source>
        <translation>再回答 {n} 个可使区间减半。</translation>
    </message>
    <message>
        <location filename="../../ui/review/audit_figures.py"/>
        <source>The one before was in {was} %: the difference may be chance ({low} to {high} %).</source>
        <translation>之前的图为 {was} %：差异可能出于偶然（{low} 至 {high} %）。</translation>
    </message>
    <message>
        <location filename="../../ui/review/audit_figures.py"/>
        <source>The one before was in {was} %: this one is better ({low} to {high} %).</source>
        <translation>之前的图为 {was} %：此图更好（{low} 至 {high} %）。</translation>
    </message>
    <message>
        <location filename="../../ui/review/audit_figures.py"/>
        <source>The one before was in {was} %: this one is worse ({low} to {high} %).</source>
        <translation>之前的图为 {was} %：此图更差（{low} 至 {high} %）。</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Choose ten tiles of the map that teach most, and three random places among them, which tell how right the map is and are never learned from</source>
        <translation>选出图中最有教益的十个图块，并混入三个随机位置；后者用于说明此图的正确程度，从不用于学习</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Note what I look over</source>
        <translation>记录我查看过的范围</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Keep which parts of the map you have looked at closely enough, by whom and when, in a layer of their own; nothing is learned from it</source>
        <translation>在单独的图层中记录图的哪些部分已被足够仔细地查看过、由谁、何时；不会从中学习</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>The tile before (P)</source>
        <translation>上一个图块（P）</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>The next tile (N)</source>
        <translation>下一个图块（N）</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>The map is right here as it is (R)</source>
        <translation>此处地图正确，无需改动（R）</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Corrected</source>
        <translation>已改正</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>What was wrong here has been corrected (C)</source>
        <translation>此处的错误已改正（C）</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>It can't be told from the imagery (K)</source>
        <translation>从影像上无法判断（K）</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>This place is {name}</source>
        <translation>此处是 {name}</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>Choosing tiles…</source>
        <translation>正在选择图块…</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue_row.py"/>
        <source>The imagery doesn't show what is there (?)</source>
        <translation>影像无法显示那里是什么（?）</translation>
    </message>
    <message>
        <location filename="../../ui/review/seen_views.py"/>
        <source>Seen at 1:{scale} or closer: {share} % of the map.</source>
        <translation>以 1:{scale} 或更大比例尺查看过：图的 {share} %。</translation>
    </message>
    <message>
        <location filename="../../ui/review/seen_views.py"/>
        <source>seen</source>
        <translation>已查看</translation>
    </message>
    <message>
        <location filename="../../ui/review/seen_views.py"/>
        <source>The reviews “{path}” can't be loaded. Check that the file is there.</source>
        <translation>无法加载复查记录“{path}”。请检查文件是否存在。</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>Tile {n} of {count}: {answer}. {answered} answered; on the map by R, C, K, N and P, with Shift while a tool is in hand.</source>
        <translation>第 {n}/{count} 个图块：{answer}。已回答 {answered} 个；在地图上用 R、C、K、N 和 P，使用工具时加 Shift。</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>Place {n} of {count}, at random: what is in the frame? {answer}. {answered} answered; on the map by 1 to 9, ?, N and P.</source>
        <translation>第 {n}/{count} 个，随机位置：框内是什么？{answer}。已回答 {answered} 个；在地图上用 1 至 9、?、N 和 P。</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>corrected</source>
        <translation>已改正</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>reviews</source>
        <translation>复查</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>random places</source>
        <translation>随机位置</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>can't tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>The answer couldn't be written. Check that “{path}” is there and free.</source>
        <translation>答案无法写入。请检查“{path}”是否存在且未被占用。</translation>
    </message>
    <message>
        <location filename="../../ui/review/tile_queue.py"/>
        <source>no answer yet</source>
        <translation>尚无答案</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Python for computing</source>
        <translation>用于计算的 Python</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>The Python that trains and predicts. It needs PyTorch, rasterio and scikit-learn.</source>
        <translation>用于训练和预测的 Python。需要 PyTorch、rasterio 和 scikit-learn。</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>found by itself</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Models and results</source>
        <translation>模型和结果</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Model files, predictions and what each run leaves are kept in this folder.</source>
        <translation>模型文件、预测结果以及每次运行留下的内容都保存在此文件夹中。</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Outcrop, in your documents</source>
        <translation>“文档”中的 Outcrop</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>Processor threads</source>
        <translation>处理器线程数</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>How many threads a job may use. 0 uses all; fewer leave more for other work.</source>
        <translation>一个任务可使用的线程数。0 表示全部；较少则为其他工作留出余量。</translation>
    </message>
    <message>
        <location filename="../../ui/settings.py"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Delete the environments in “{folder}”? Models and results stay.</source>
        <translation>删除“{folder}”中的环境吗？模型和结果会保留。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Networks need PyTorch; random forest and the other classifiers don't</source>
        <translation>网络需要 PyTorch；随机森林等分类器不需要</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>the python program of the environment</source>
        <translation>该环境的 python 程序</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>The Python to compute with: its program, such as bin/python or python.exe</source>
        <translation>用于计算的 Python：其程序文件，例如 bin/python 或 python.exe</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>The folder with the wheels; Copy command gives the command that fills it</source>
        <translation>存放 wheel 文件的文件夹；“复制命令”给出下载它们的命令</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>the folder with the wheels</source>
        <translation>存放 wheel 文件的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy the command that fills such a folder on a computer with a network</source>
        <translation>复制一条命令，可在联网的计算机上下载并填充该文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Look at every file and put back what is missing or damaged</source>
        <translation>检查每个文件，补回缺失或损坏的内容</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Delete the environments that Outcrop has made, and all that is in them</source>
        <translation>删除 Outcrop 建立的环境及其中的全部内容</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Copy facts and the log for a question; your home folder and passwords are left out</source>
        <translation>复制用于提问的环境信息和日志；其中不含您的主文件夹和密码</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Outcrop computes in a Python of its own, outside QGIS. Nothing in QGIS's Python is changed.</source>
        <translation>Outcrop 在 QGIS 之外的独立 Python 中计算。QGIS 的 Python 不会有任何改变。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Looking at “{path}”…</source>
        <translation>正在检查“{path}”…</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Let Outcrop make its own (recommended)</source>
        <translation>由 Outcrop 自行建立（推荐）</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Use a Python that I have: conda, a module, another environment</source>
        <translation>使用我已有的 Python：conda、模块或其他环境</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Make one from a folder of wheels, without a network</source>
        <translation>用 wheel 文件夹离线建立，无需网络</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Installed into a folder of its own, from the internet; Remove deletes it again</source>
        <translation>从互联网安装到单独的文件夹；“移除”可将其删除</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Nothing is installed; it needs the packages that the report names</source>
        <translation>不安装任何内容；它需要具备报告中列出的软件包</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Installed into a folder of its own, from packages that you bring along</source>
        <translation>从您自带的软件包安装到单独的文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>The build of PyTorch that suits this computer</source>
        <translation>适合本机的 PyTorch 版本</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>PyTorch for the processor</source>
        <translation>用于处理器的 PyTorch</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>PyTorch for NVIDIA GPUs (CUDA)</source>
        <translation>用于 NVIDIA GPU（CUDA）的 PyTorch</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Without PyTorch: classifiers only</source>
        <translation>不装 PyTorch：只用分类器</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Check and use</source>
        <translation>检查并使用</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>See whether it has what is needed, and compute with it from now on</source>
        <translation>检查它是否具备所需内容，并从现在起用它计算</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Install what is listed above; it can be stopped, and goes on where it was</source>
        <translation>安装上面列出的内容；可随时停止，之后从中断处继续</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Looking at this computer…</source>
        <translation>正在检查本机…</translation>
    </message>
    <message>
        <location filename="../../ui/setup/dialog.py"/>
        <source>Ready to compute.</source>
        <translation>可以开始计算。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Outcrop was updated. It goes on with the computing environment of the version before; renew it when you have a few minutes.</source>
        <translation>Outcrop 已更新。目前继续使用上一版本的计算环境；有几分钟空闲时请更新它。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Random forest, support vector machine and maximum likelihood work. The networks don't: PyTorch isn't installed.</source>
        <translation>随机森林、支持向量机和最大似然可用。网络不可用：未安装 PyTorch。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Outcrop: setting up</source>
        <translation>Outcrop：正在设置计算环境</translation>
    </message>
    <message>
        <location filename="../../ui/setup/keeper.py"/>
        <source>Outcrop: removing the environment</source>
        <translation>Outcrop：正在移除环境</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Place: {folder}</source>
        <translation>位置：{folder}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Size: about {size} GB; {free} GB are free there</source>
        <translation>大小：约 {size} GB；该处剩余 {free} GB</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>From: Python {version}, {path}</source>
        <translation>来源：Python {version}，{path}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Installs: {named} and {n} more, at locked versions</source>
        <translation>安装：{named} 及另外 {n} 个软件包，版本已锁定</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Python {version}: {packages}</source>
        <translation>Python {version}：{packages}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>PyTorch: the {build} build, because {why}</source>
        <translation>PyTorch：{build} 版本，因为{why}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>There is too little room on this disk. Make room first.</source>
        <translation>磁盘空间不足。请先腾出空间。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Missing or too old: {packages}</source>
        <translation>缺失或版本过旧：{packages}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>GPU: {name}</source>
        <translation>GPU：{name}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>All models work. Outcrop uses this Python now.</source>
        <translation>所有模型均可用。Outcrop 现在使用此 Python。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>Without PyTorch: random forest, support vector machine and maximum likelihood, no networks.</source>
        <translation>不装 PyTorch：可用随机森林、支持向量机和最大似然，不能用网络。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>The classifiers work, the networks don't. Outcrop uses this Python now.</source>
        <translation>分类器可用，网络不可用。Outcrop 现在使用此 Python。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>That isn't enough. Install what is missing into it, or let Outcrop make its own.</source>
        <translation>这还不够。请在其中安装缺少的内容，或让 Outcrop 自行建立环境。</translation>
    </message>
    <message>
        <location filename="../../ui/setup/report.py"/>
        <source>no package</source>
        <translation>没有软件包</translation>
    </message>
    <message>
        <location filename="../../ui/setup/task.py"/>
        <source>Setting up failed: {reason}.</source>
        <translation>设置失败：{reason}。</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Measurements</source>
        <translation>测量值</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Angles</source>
        <translation>角度</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Measurements: brightness, elevation, contents, counts</source>
        <translation>测量值：亮度、高程、含量、计数</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Categories: whole numbers that stand for names, never mixed</source>
        <translation>类别：代表名称的整数，从不混合</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Angles in degrees, such as aspect: between 359° and 1° lies 0°</source>
        <translation>以度为单位的角度，如坡向：359° 与 1° 之间是 0°</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Embedding, such as AlphaEarth’s: bands that mean something together</source>
        <translation>嵌入，如 AlphaEarth：各波段合在一起才有意义</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>As it suits them</source>
        <translation>按其种类</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Nearest pixel</source>
        <translation>最近像元</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Interpolated (bilinear)</source>
        <translation>内插（双线性）</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Smoothly interpolated (cubic)</source>
        <translation>平滑内插（三次）</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Averaged</source>
        <translation>平均</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Where any band has no data</source>
        <translation>任一波段无数据处</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Where all bands have no data</source>
        <translation>所有波段均无数据处</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>What the numbers of this raster are, and how they are brought to the imagery’s pixels.</source>
        <translation>此栅格的数值是什么，以及如何重采样到影像像元。</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>As guessed: {role}</source>
        <translation>按推测：{role}</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Chosen by you.</source>
        <translation>由您选择。</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>What the numbers are: {role}</source>
        <translation>数值的含义：{role}</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Between pixels</source>
        <translation>像元之间</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Missing pixels</source>
        <translation>缺失像元</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Guessed from the file.</source>
        <translation>由文件推测。</translation>
    </message>
    <message>
        <location filename="../../ui/sources/source_button.py"/>
        <source>Taken for measurements.</source>
        <translation>视为测量值。</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>“{path}” can't be written: {reason}. Free some disk space, or choose another work folder in the settings.</source>
        <translation>无法写入“{path}”：{reason}。请释放一些磁盘空间，或在设置中另选工作文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} m²</source>
        <translation>{n} m²</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>about {n} days</source>
        <translation>约 {n} 天</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} billion</source>
        <translation>{n} 十亿</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} million</source>
        <translation>{n} 百万</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} km²</source>
        <translation>{n} km²</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>{n} ha</source>
        <translation>{n} 公顷</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>about {n} s</source>
        <translation>约 {n} 秒</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>about {n} min</source>
        <translation>约 {n} 分钟</translation>
    </message>
    <message>
        <location filename="../../ui/texts.py"/>
        <source>about {n} h</source>
        <translation>约 {n} 小时</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/kept_map.py"/>
        <source>“{path}” holds no probabilities of this map: its classes or pixels are others. Predict again with probabilities.</source>
        <translation>“{path}”中不是此图的概率：类别或像元不同。请连同概率重新预测。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/kept_map.py"/>
        <source>“{path}” doesn't say what its classes are. Choose a map of Outcrop.</source>
        <translation>“{path}”没有说明其类别。请选择 Outcrop 生成的图。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/kept_map.py"/>
        <source>“{path}” can't be read: {reason}</source>
        <translation>无法读取“{path}”：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_layer.py"/>
        <source>more or fewer</source>
        <translation>更多或更少</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>More or fewer…</source>
        <translation>更多或更少…</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>Have more or fewer pixels of one class on this map, and see at once what that does</source>
        <translation>让此图中某一类别的像元更多或更少，并立即看到效果</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>The class that is set against all others</source>
        <translation>与其余所有类别相对的类别</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>Left: only where the model is sure of the class. Right: wherever it may be</source>
        <translation>左：只在模型确信是该类别之处。右：凡可能是该类别之处</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>Where you know about how much of the scene this class is: the slider goes to where the map says so too</source>
        <translation>如果您大致知道该类别占场景的多少：滑块会移到图中也是如此之处</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>Make the probabilities</source>
        <translation>生成概率</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>Map the same place again with the same model, and keep the probabilities beside it</source>
        <translation>用同一模型对同一地方重新制图，并把概率保存在旁边</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>Write the map like this, and have the model map so from then on</source>
        <translation>按此写入地图，并让模型此后均按此制图</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>Leave as it was</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>Show the map again as it was</source>
        <translation>重新显示原来的图</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>What the map is at this place of the slider</source>
        <translation>滑块位于此处时图的情况</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>Fewer</source>
        <translation>更少</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/threshold_row.py"/>
        <source>Share of the scene, about</source>
        <translation>约占场景</translation>
    </message>
    <message>
        <location filename="../../ui/threshold/view_pixels.py"/>
        <source>Outcrop: reading probabilities</source>
        <translation>Outcrop：正在读取概率</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/class_mapping.py"/>
        <source>Match classes</source>
        <translation>对应类别</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/class_mapping.py"/>
        <source>Say which class of the prediction each class of the labels is.</source>
        <translation>请指明标签的每个类别对应预测的哪个类别。</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/class_mapping.py"/>
        <source>What “{name}” is called in the prediction</source>
        <translation>“{name}”在预测中的名称</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/class_mapping.py"/>
        <source>a class of its own</source>
        <translation>单独的类别</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/editors.py"/>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/editors.py"/>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/form.py"/>
        <source>Show advanced ones</source>
        <translation>显示高级设置</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/form.py"/>
        <source>Settings that are seldom changed</source>
        <translation>很少需要更改的设置</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/form.py"/>
        <source>Back to the recipe’s value</source>
        <translation>恢复为方案的值</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/form.py"/>
        <source>{setting}: back to the recipe’s value</source>
        <translation>{setting}：恢复方案的值</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/problems.py"/>
        <source>Zoom the map to it</source>
        <translation>将地图缩放到该处</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/sample_button.py"/>
        <source>Open the sample</source>
        <translation>打开样例</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/sample_button.py"/>
        <source>Make a small scene with polygons and add it to this project; the arrow offers other subjects</source>
        <translation>生成一个带多边形的小场景并添加到此项目；箭头提供其他主题</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/save_dialog.py"/>
        <source>“{name}” is there already. Replace it?</source>
        <translation>“{name}”已存在。要替换吗？</translation>
    </message>
    <message>
        <location filename="../../ui/worker/environment.py"/>
        <source>Outcrop computes outside QGIS, in a Python with PyTorch of its own. Set it up once: about 1.5 GB (6 GB for a GPU on Linux), in your user data folder. Nothing in QGIS changes.</source>
        <translation>Outcrop 在 QGIS 之外、带有 PyTorch 的独立 Python 中计算。只需设置一次：约 1.5 GB（Linux 上使用 GPU 时为 6 GB），位于您的用户数据文件夹。QGIS 不会有任何改变。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/environment.py"/>
        <source>The computing environment in “{folder}” is damaged: {what} is missing. Repair it in Outcrop's dock.</source>
        <translation>“{folder}”中的计算环境已损坏：缺少 {what}。请在 Outcrop 面板中修复。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/environment.py"/>
        <source>This version of Outcrop needs a newer computing environment than the one in “{folder}”. Renew it in Outcrop's dock.</source>
        <translation>此版本的 Outcrop 需要比“{folder}”中更新的计算环境。请在 Outcrop 面板中更新。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/environment.py"/>
        <source>The computing environment isn't finished. Go on with setting it up in Outcrop's dock.</source>
        <translation>计算环境尚未设置完成。请在 Outcrop 面板中继续设置。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/environment.py"/>
        <source>The Python “{path}”, named in {where}, is gone or can't be run. Choose another one.</source>
        <translation>{where}中指定的 Python“{path}”已不存在或无法运行。请另选一个。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/environment.py"/>
        <source>the settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../ui/worker/launcher.py"/>
        <source>Outcrop was updated to {new} while QGIS was running with {old}. Close QGIS and open it again.</source>
        <translation>QGIS 运行 {old} 期间，Outcrop 已更新到 {new}。请关闭 QGIS 再打开。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/launcher.py"/>
        <source>The folder “{folder}” can't be made: {reason}. Choose another one in the settings.</source>
        <translation>无法建立文件夹“{folder}”：{reason}。请在设置中选择其他文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/task.py"/>
        <source>The worker ended with status {status} before it was done. The details show what it printed last.</source>
        <translation>计算进程在完成之前以状态 {status} 结束。详细信息中有其最后的输出。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/task.py"/>
        <source>The worker ended without a result. The details show what it printed.</source>
        <translation>计算进程结束但没有给出结果。详细信息中有其输出。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/task.py"/>
        <source>The worker was killed, most often because memory ran out. Smaller tiles or a smaller batch size need less.</source>
        <translation>计算进程被系统终止，多半是因为内存不足。较小的图块或批大小所需内存较少。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/task.py"/>
        <source>The worker crashed (signal {number}). The details show what it printed last.</source>
        <translation>计算进程崩溃（信号 {number}）。详细信息中有其最后的输出。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/task.py"/>
        <source>Waiting for another job of Outcrop</source>
        <translation>正在等待 Outcrop 的另一个任务</translation>
    </message>
    <message>
        <location filename="../../ui/worker/task.py"/>
        <source>{title} (stopped)</source>
        <translation>{title}（已停止）</translation>
    </message>
    <message>
        <location filename="../../ui/worker/task.py"/>
        <source>The job failed.</source>
        <translation>任务失败。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/task.py"/>
        <source>The worker couldn't be started: {error}. Check which Python the settings name.</source>
        <translation>无法启动计算进程：{error}。请检查设置中指定的 Python。</translation>
    </message>
    <message>
        <location filename="../../ui/worker/warm_worker.py"/>
        <source>Outcrop is being shut down.</source>
        <translation>Outcrop 正在关闭。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>It isn't said how the labels were chosen: the figures are agreement with these labels, neither the accuracy of the map nor that of the model elsewhere.</source>
        <translation>未说明标注是如何选取的：这些数字是与这些标注的一致程度，既不是地图的精度，也不是模型在别处的精度。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Transfer: the labels lie in blocks or scenes that training never saw. The figures say what to expect of the model in such places, not how right this map is.</source>
        <translation>迁移：标注位于训练从未见过的分块或场景中。这些数字说明模型在此类地方的预期表现，而不是这幅地图有多准。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Map accuracy: the labels are a probability sample of this map in which every pixel had the same chance. The figures hold for the whole map.</source>
        <translation>地图精度：标注是这幅地图的概率样本，每个像元的入样机会相同。这些数字适用于整幅地图。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Precision (user's accuracy)</source>
        <translation>精确率（用户精度）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Recall (producer's accuracy)</source>
        <translation>召回率（生产者精度）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>True pixels</source>
        <translation>真实像元数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Predicted pixels</source>
        <translation>预测像元数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>True area (ha)</source>
        <translation>真实面积（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Predicted area (ha)</source>
        <translation>预测面积（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Balanced accuracy</source>
        <translation>平衡精度</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Matthews correlation</source>
        <translation>马修斯相关系数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Frequency-weighted IoU</source>
        <translation>频权交并比</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>mean of {n} classes</source>
        <translation>{n} 个类别的平均</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>mean of {n} classes without background</source>
        <translation>{n} 个类别的平均（不含背景）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Half of the pixels that are measured on lie within {test} m of the training labels, half of the map within {map} m; the statistic W of kNNDM, the mean difference of the two distributions, is {w} m. Where W is large and the test is near, the measures are too good for the map as a whole (Linnenbrink et al. 2024, doi 10.5194/gmd-17-5897-2024).</source>
        <translation>评估所用像元有一半距训练标注不超过 {test} 米，地图有一半不超过 {map} 米；kNNDM 的统计量 W（两个分布的平均差）为 {w} 米。W 大而测试像元近时，这些指标对整幅地图来说过于乐观（Linnenbrink 等 2024，doi 10.5194/gmd-17-5897-2024）。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Expected calibration error {error}: how far probability and truth lie apart on average.</source>
        <translation>期望校准误差 {error}：概率与真实情况平均相差多少。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Confusion matrix (points)</source>
        <translation>混淆矩阵（点）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Confusion matrix (pixels)</source>
        <translation>混淆矩阵（像元）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Overall</source>
        <translation>总体</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>true: {name}</source>
        <translation>真实：{name}</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>predicted: {name}</source>
        <translation>预测：{name}</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Mean probability</source>
        <translation>平均概率</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Share that is right</source>
        <translation>正确的比例</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Confusion matrix (hectares)</source>
        <translation>混淆矩阵（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Distance to the training labels</source>
        <translation>到训练标注的距离</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Calibration of the probabilities</source>
        <translation>概率的校准</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/accuracy_page.py"/>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/band_importance_page.py"/>
        <source>By how much the mean IoU falls when a band is shuffled between blocks, and when it is its mean everywhere. A band of which another one tells the same looks unimportant, since the model can do without it.</source>
        <translation>把一个波段在分块之间打乱、以及处处取其均值时，平均 IoU 下降多少。若另一波段含有相同信息，则该波段看似不重要，因为模型没有它也行。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/band_importance_page.py"/>
        <source>What the forest itself says: each feature's share in the decisions of its trees, on the pixels that trained.</source>
        <translation>森林自身的说法：各特征在其决策树判断中所占的份额，依据训练所用的像元。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/band_importance_page.py"/>
        <source>Band</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/band_importance_page.py"/>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/band_importance_page.py"/>
        <source>interval of importance</source>
        <translation>重要性的区间</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/band_importance_page.py"/>
        <source>Missing</source>
        <translation>缺失时</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/band_importance_page.py"/>
        <source>interval without it</source>
        <translation>缺失时的区间</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/band_importance_page.py"/>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/band_importance_page.py"/>
        <source>Share (%)</source>
        <translation>份额（%）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/band_importance_page.py"/>
        <source>{name}: mean IoU {miou} on {blocks} blocks</source>
        <translation>{name}：{blocks} 个分块上的平均 IoU {miou}</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Contact margin: true contacts lie within {margin} m of the mapped ones for {confidence} % of their length, on average over places like the {blocks} blocks that this was calibrated on.</source>
        <translation>界线余量：在与校准所用的 {blocks} 个分块类似的地方，平均而言真实界线有 {confidence} % 的长度在所绘界线 {margin} 米之内。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Boundaries count as met within {tolerance} m.</source>
        <translation>边界在 {tolerance} 米内视为吻合。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Boundary precision</source>
        <translation>边界精确率</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Boundary recall</source>
        <translation>边界召回率</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Boundary F1</source>
        <translation>边界 F1</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>95 % Hausdorff distance (m)</source>
        <translation>95 % 豪斯多夫距离（米）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>all contacts</source>
        <translation>所有界线</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>True objects</source>
        <translation>真实对象</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Missed</source>
        <translation>漏掉</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Predicted objects</source>
        <translation>预测对象</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>False</source>
        <translation>误报</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Completeness</source>
        <translation>完整性</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Correctness</source>
        <translation>正确性</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>True length (m)</source>
        <translation>真实长度（米）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Predicted length (m)</source>
        <translation>预测长度（米）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Linear features</source>
        <translation>线状要素</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/boundary_page.py"/>
        <source>Boundaries</source>
        <translation>边界</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Comparison of models</source>
        <translation>模型比较</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>{name} has the highest mean IoU: {miou} ({low} to {high}, {confidence} % interval over {blocks} blocks).</source>
        <translation>{name} 的平均 IoU 最高：{miou}（{low} 至 {high}，按 {blocks} 个分块的 {confidence} % 区间）。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>It exceeds {name} by {value} ({low} to {high}; p = {p} after Holm's correction).</source>
        <translation>比 {name} 高 {value}（{low} 至 {high}；Holm 校正后 p = {p}）。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>That it exceeds {name} by {value} ({low} to {high}) may be chance (p = {p} after Holm's correction).</source>
        <translation>它比 {name} 高 {value}（{low} 至 {high}），这可能是偶然（Holm 校正后 p = {p}）。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Only one model could be measured, so there is nothing to compare it with.</source>
        <translation>只有一个模型可以评估，因此没有可比较的对象。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Transfer: the measures say what to expect of the models in places like the labels that were held back, not how right a map is as a whole. For that draw an accuracy sample over the map.</source>
        <translation>迁移：这些指标说明模型在类似留出标注的地方的预期表现，而不是整幅地图有多准。要了解后者，请在地图上抽取精度样本。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>No leakage: blocks of labels were held back from training as a whole, with a gap between the parts.</source>
        <translation>无泄漏：标注按整个分块留出，各部分之间留有间隔。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Leakage: tiles of training and of measuring share pixels, as in some papers. The measures are too good.</source>
        <translation>有泄漏：训练与评估的瓦片共享像元，与某些论文相同。指标过于乐观。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Measured on the test part, which no model has seen in any way.</source>
        <translation>在测试部分上评估，任何模型都未以任何方式见过它。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Measured on the validation part, which has chosen each model's best epoch: a little too good.</source>
        <translation>在验证部分上评估，它曾用于选择各模型的最佳轮次：略为乐观。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Data and split</source>
        <translation>数据与划分</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Measured on</source>
        <translation>评估于</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>{pixels} pixels in {blocks} blocks of {block_px} px</source>
        <translation>{blocks} 个 {block_px} 像素分块中的 {pixels} 个像元</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Of model files that weren't trained here it isn't known whether they saw the labels before.</source>
        <translation>不是在此训练的模型文件，无从知道它们是否见过这些标注。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Few blocks hold labels to measure on ({blocks}): the intervals are rough.</source>
        <translation>含有可供测量的标签的分块很少（{blocks} 个）：区间较粗略。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Measured on the {part} part: {pixels} pixels in {blocks} blocks</source>
        <translation>在{part}部分上评估：{blocks} 个分块中的 {pixels} 个像元</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>{first} − {second}: mIoU {value} ({interval}), p {p} after Holm, McNemar {mcnemar}</source>
        <translation>{first} − {second}：mIoU {value}（{interval}），Holm 校正后 p {p}，McNemar {mcnemar}</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Training (s)</source>
        <translation>训练（秒）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Mapping (s/Mpx)</source>
        <translation>制图（秒/百万像元）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Memory (MB)</source>
        <translation>内存（MB）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>File (MB)</source>
        <translation>文件（MB）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Not measured: {problem}</source>
        <translation>未评估：{problem}</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>The mean IoU is the plain mean over all classes of the labels that are measured on, background included; the F1 is the mean over these classes without background. A dash stands for a class that is neither in these labels nor in the map. With several seeds measures are means over them, and intervals hold their spread.</source>
        <translation>平均交并比是评估所用标注中所有类别（含背景）的简单平均；F1 是这些类别中除背景外的平均。短横线表示该类别既不在这些标注中，也不在图中。有多个随机种子时，指标为其平均值，区间包含其离散程度。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Which differences are no chance</source>
        <translation>哪些差异并非偶然</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Pair</source>
        <translation>模型对</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Difference of the mean IoU</source>
        <translation>平均 IoU 之差</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>p after Holm</source>
        <translation>Holm 校正后的 p</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>p of McNemar's test</source>
        <translation>McNemar 检验的 p</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Differences are paired over blocks: intervals by drawing blocks with replacement, expanded where blocks are few; p by a randomisation test, in which two models change places block by block. Both speak of these models, p not of others that the same recipes would make. McNemar's exact test looks at one pixel a block, so that its pixels are far enough apart; it has less power.</source>
        <translation>差异按分块配对：区间由有放回地抽取分块得到，分块较少时予以扩展；p 来自随机化检验，即逐个分块互换两个模型。两者说的都是这些模型，p 并不涉及同一方案会训练出的其他模型。McNemar 精确检验在每个分块只看一个像元，使像元相距足够远；其检验效能较低。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Maps</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Imagery, labels, and the maps of the models on the same extent.</source>
        <translation>同一范围的影像、标注和各模型的地图。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Disagreement</source>
        <translation>不一致</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>all agree</source>
        <translation>全部一致</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>{n} classes</source>
        <translation>{n} 个类别</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Mean IoU and F1 with intervals.</source>
        <translation>平均 IoU 与 F1 及其区间。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>F1 of every class with intervals.</source>
        <translation>各类的 F1 及其区间。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Confusion matrix of {name}: shares of the true class.</source>
        <translation>{name} 的混淆矩阵：占真实类别的比例。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Losses and mean IoU of the networks by epoch, of the first seed: training dashed, validation drawn through.</source>
        <translation>各网络按轮次的损失与平均 IoU（第一个种子）：虚线为训练，实线为验证。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>true</source>
        <translation>真实</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Share that is right by mean probability; on the dashed line probabilities keep their word.</source>
        <translation>按平均概率的正确比例；在虚线上概率名副其实。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>The expected calibration error is the mean distance between the probability of the likeliest class and the share that is right, in 15 bins weighted by their pixels. Probabilities are those that the models give with the temperature they keep, on the very pixels that are measured on; curves are of all seeds together.</source>
        <translation>期望校准误差是最可能类别的概率与正确比例之间的平均差距，分 15 个区段并按像元数加权。概率是各模型按其保存的温度给出的，取自评估所用的那些像元；曲线合并了所有随机种子。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>mean probability</source>
        <translation>平均概率</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>share that is right</source>
        <translation>正确比例</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Overall accuracy {value} ({low} to {high}); all intervals here are of {confidence} %.</source>
        <translation>总体精度 {value}（{low} 至 {high}）；此处所有区间均为 {confidence} %。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Area of every class with its interval, and what counting the map's pixels gives.</source>
        <translation>各类别面积及其区间，以及按地图像元计数所得的面积。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>area (ha)</source>
        <translation>面积（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>estimated</source>
        <translation>估计值</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>pixels counted</source>
        <translation>像元计数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>By how much the mean IoU falls for each band, with intervals over {blocks} blocks.</source>
        <translation>每个波段使平均 IoU 下降多少，区间按 {blocks} 个分块计算。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>shuffled</source>
        <translation>打乱</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>fall of the mean IoU</source>
        <translation>平均 IoU 的下降</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>{share} % of the area lie within the area of applicability, by the dissimilarity to the training pixels (Meyer &amp; Pebesma 2021). Beyond it, what was measured can't be expected to hold.</source>
        <translation>按与训练像元的相异度（Meyer 与 Pebesma 2021），{share} % 的面积在适用区内。在此之外，测得的指标不一定成立。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>within the area of applicability</source>
        <translation>适用区内</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>outside</source>
        <translation>适用区外</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Which pixels in and around the tile speak for the class, by integrated gradients (Sundararajan et al. 2017).</source>
        <translation>图块内及周围哪些像元支持该类别，按积分梯度（Sundararajan 等 2017）。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>{name} (its {model} alone)</source>
        <translation>{name}（仅其中的{model}）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>All other settings are the same for all; comparison.json lists them.</source>
        <translation>其余设置全部相同；comparison.json 中列出了它们。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Papers to cite</source>
        <translation>应引用的论文</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Figures are beside this page as SVG and PNG, tables as CSV, all numbers as JSON, in the folder {folder}.</source>
        <translation>图以 SVG 和 PNG、表以 CSV、全部数字以 JSON 保存在此页旁的文件夹 {folder} 中。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_page.py"/>
        <source>Made by Outcrop on {when}</source>
        <translation>由 Outcrop 制作于 {when}</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Dots: half the mean squared difference of the pairs of points at a distance, larger where there are more pairs. Line: the fitted model. Where it starts is the nugget, where it levels off the sill.</source>
        <translation>圆点：某一距离上各点对之差平方均值的一半，点对越多圆点越大。线：拟合的模型。线的起点是块金值，变平处是基台值。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Points left out one by one</source>
        <translation>逐一留出的点</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Missed by (root mean square)</source>
        <translation>偏差（均方根）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Deviation of the values</source>
        <translation>数值的标准差</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Missed in the mean by</source>
        <translation>平均偏差</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Correlation</source>
        <translation>相关系数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Nugget</source>
        <translation>块金值</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Sill</source>
        <translation>基台值</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Range (m)</source>
        <translation>变程（m）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Semivariance</source>
        <translation>半方差</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Distance (m)</source>
        <translation>距离（m）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/gridding_page.py"/>
        <source>Variogram</source>
        <translation>变异函数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>A random forest was trained beside the network. It takes part in maps of scenes that look different from the training’s; the figures above are of the network alone.</source>
        <translation>网络旁边还训练了一个随机森林。对于看起来与训练影像不同的影像，它会参与制图；上面的数值仅是网络的。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>On tiles all over the imagery, labelled or not, the network agrees with the others at an F1 of {f1} on average. Where they differ one is wrong, so hardly more is to be expected of the map, whatever was found on few labels.</source>
        <translation>在遍布整幅影像的图块上（无论是否标注），网络与其他模型的一致性平均为 F1 {f1}。不一致之处必有一个是错的，因此无论在少量标注上得到什么结果，地图的质量都很难高于此。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>The ranges above reach to it.</source>
        <translation>上面的范围也包含这一数值。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Kappa</source>
        <translation>Kappa 系数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Finished</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Held back</source>
        <translation>留出方式</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Started from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Duration of training alone</source>
        <translation>纯训练用时</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Learned from everything in the end</source>
        <translation>最后从全部数据学习</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Validation tiles measured, of all</source>
        <translation>参与评估的验证图块数，总数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Processes</source>
        <translation>进程数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Pretrained weights</source>
        <translation>预训练权重</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Pixels learned from</source>
        <translation>学习所用像元</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Imported from</source>
        <translation>导入自</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>SHA-256 of the ONNX file</source>
        <translation>ONNX 文件的 SHA-256</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Pixels: drawn</source>
        <translation>像元：绘制</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Pixels: found right</source>
        <translation>像元：复查正确</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Pixels: corrected</source>
        <translation>像元：已改正</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Each feature's share in the decisions of the trees (mean decrease in impurity, on the training pixels). It doesn't say what happens elsewhere: for that, “Importance of the bands” in the toolbox asks labels that training never saw.</source>
        <translation>各特征在决策树判断中所占的份额（平均不纯度减少量，依据训练像元）。它不说明别处的情况：为此，工具箱中的“波段重要性”使用训练从未见过的标签。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>{n} more</source>
        <translation>另有 {n} 项</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Their probabilities are averaged; the figures above are of all of them together.</source>
        <translation>它们的概率取平均；上面的数字是全部合在一起的结果。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Area (m²)</source>
        <translation>面积（m²）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Measures on pixels held back</source>
        <translation>留出像元上的指标</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Each model of the committee alone</source>
        <translation>组合中各模型单独的结果</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Importance of the features</source>
        <translation>特征重要性</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Training labels</source>
        <translation>训练标签</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Where it comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Data type</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Tile size</source>
        <translation>图块大小</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Between (90 %)</source>
        <translation>介于（90 %）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Measured on {pixels} pixels of {polygons} polygons that were held back.</source>
        <translation>在留出的 {polygons} 个多边形的 {pixels} 个像元上测得。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Starts from</source>
        <translation>起始滤波器</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>as in the paper</source>
        <translation>与论文一致</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Temperature of the probabilities</source>
        <translation>概率的温度</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Measured on {pixels} pixels that were held back.</source>
        <translation>在留出的 {pixels} 个像元上测得。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>They are of a model that had not seen these; the one in this file has learned from them too in the end.</source>
        <translation>这些指标属于未见过它们的模型；此文件中的模型最后也从它们学习过。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Pixels: {part}</source>
        <translation>像元：{part}</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/model_page.py"/>
        <source>Probabilities, for the scene’s shares</source>
        <translation>概率（按影像中的类别占比）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Map accuracy: the points are a probability sample of this map. The figures hold for the whole map, and the areas come from the answers, not from counting pixels.</source>
        <translation>地图精度：这些点是这幅地图的概率样本。数字适用于整幅地图，面积来自判读结果而非像元计数。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>User's accuracy</source>
        <translation>用户精度</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>interval of user's accuracy</source>
        <translation>用户精度的区间</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Producer's accuracy</source>
        <translation>生产者精度</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>interval of producer's accuracy</source>
        <translation>生产者精度的区间</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Area (ha)</source>
        <translation>面积（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>interval of area (ha)</source>
        <translation>面积的区间（公顷）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Points mapped</source>
        <translation>制图点数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Points answered</source>
        <translation>判读点数</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>The strata are the classes of the map (Olofsson et al. 2014).</source>
        <translation>分层即地图的类别（Olofsson et al. 2014）。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>The sample was drawn for another map; its strata are not this one's classes (Stehman 2014).</source>
        <translation>样本是为另一幅地图抽取的；其分层不是此图的类别（Stehman 2014）。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>A simple random sample, poststratified by the classes of the map (Olofsson et al. 2014, section 5).</source>
        <translation>简单随机样本，按地图类别事后分层（Olofsson et al. 2014，第 5 节）。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Points were drawn where the maps differ, each pixel there with the same chance; exact sign test (McNemar 1947).</source>
        <translation>点在两图不同之处抽取，其中每个像元机会相同；精确符号检验（McNemar 1947）。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Only the first map is right at {first} points, only the second at {second}, neither at {neither}.</source>
        <translation>只有第一幅正确的点 {first} 个，只有第二幅正确的 {second} 个，均不正确的 {neither} 个。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>The first is right at {share} of the decided points ({low} to {high}); p = {p}.</source>
        <translation>在有定论的点中第一幅正确的占 {share}（{low} 至 {high}）；p = {p}。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Over the whole area the first map's overall accuracy is higher by {value} ({low} to {high}).</source>
        <translation>在整个区域内，第一幅图的总体精度高出 {value}（{low} 至 {high}）。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Population matrix (percent of the area)</source>
        <translation>总体矩阵（占面积百分比）</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>mapped: {name}</source>
        <translation>制图：{name}</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Accuracy and areas with {confidence} % intervals</source>
        <translation>精度与面积及 {confidence} % 区间</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Answered</source>
        <translation>已判读</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Can't be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Open</source>
        <translation>未判读</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>Second opinions</source>
        <translation>第二意见</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/sample_page.py"/>
        <source>of them agreeing</source>
        <translation>其中一致</translation>
    </message>
    <message>
        <location filename="../../core/assessment/applicability.py"/>
        <source>The training labels lie in one block only, so it can't be told how far a model may be trusted. Draw polygons in more places, or choose smaller blocks.</source>
        <translation>训练标签只位于一个分块中，因此无法判断模型在多大范围内可信。请在更多地方绘制多边形，或选择更小的分块。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/applicability.py"/>
        <source>All training pixels have the same values, so no distance to them means anything.</source>
        <translation>所有训练像元的值都相同，因此与它们的距离没有意义。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/comparison_source.py"/>
        <source>Choose the field that holds the classes the model was trained on, or say which class of the labels is which of the prediction.</source>
        <translation>请选择含有模型训练类别的字段，或说明标注的哪个类别对应预测的哪个类别。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/comparison_source.py"/>
        <source>Choose the field that holds the classes the model was trained on.</source>
        <translation>请选择含有模型训练类别的字段。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/comparison_source.py"/>
        <source>1 point outside the extent or labelled area left out.</source>
        <translation>范围或标注区之外的 1 个点被略去。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/comparison_source.py"/>
        <source>{count} points outside the extent or labelled area left out.</source>
        <translation>范围或标注区之外的 {count} 个点被略去。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/comparison_source.py"/>
        <source>The classes here are {names}, those of “{labels}” {labelled}: they have none in common. {remedy}</source>
        <translation>此处的类别是 {names}，“{labels}”的类别是 {labelled}：两者没有共同的类别。{remedy}</translation>
    </message>
    <message>
        <location filename="../../core/assessment/comparison_source.py"/>
        <source>No point of “{labels}” lies in the extent or labelled area that was given. Choose a larger one.</source>
        <translation>“{labels}”中没有点位于给定的范围或标注区内。请选择更大的范围。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/comparison_source.py"/>
        <source>The labels have no class “{own}”; they have: {labelled}.</source>
        <translation>标签中没有类别“{own}”；有：{labelled}。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/comparison_source.py"/>
        <source>The prediction has no class “{other}”; it has: {names}.</source>
        <translation>预测中没有类别“{other}”；有：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/conformal.py"/>
        <source>Only {blocks} blocks hold true boundaries; a contact margin at {confidence:.0f} % needs at least {least}. Choose smaller blocks, or labels of a larger area.</source>
        <translation>只有 {blocks} 个分块含有真实边界；置信度 {confidence:.0f} % 的界线余量至少需要 {least} 个。请选择更小的分块，或更大区域的标签。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/conformal.py"/>
        <source>More than {share:.0f} % of the true boundaries lie farther than {upper_m:,.0f} m from any predicted one: no contact margin within reach holds. Look at the map before its contacts.</source>
        <translation>超过 {share:.0f} % 的真实边界距任何预测边界都超过 {upper_m:,.0f} m：可及范围内没有成立的界线余量。请先查看地图，再看其界线。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/confusion.py"/>
        <source>Labels {truth_shape} and prediction {predicted_shape} don't cover the same pixels.</source>
        <translation>标签 {truth_shape} 与预测 {predicted_shape} 覆盖的像元不同。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/confusion.py"/>
        <source>Measures of {classes} and of {classes_2} classes can't be added up.</source>
        <translation>{classes} 个类别与 {classes_2} 个类别的指标不能相加。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/confusion.py"/>
        <source>Measures of {classes} classes don't fit a legend of {legend_count}.</source>
        <translation>{classes} 个类别的指标与含 {legend_count} 个类别的图例不符。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/confusion.py"/>
        <source>{name} must be class ids, whole numbers, not {values_dtype}.</source>
        <translation>{name}必须是类别编号，即整数，而不是 {values_dtype}。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/confusion.py"/>
        <source>{name} from {smallest} to {largest} don't fit a legend of {classes} classes.</source>
        <translation>{name}从 {smallest} 到 {largest}，与含 {classes} 个类别的图例不符。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/confusion_table.py"/>
        <source>A matrix of {classes} classes doesn't fit a legend of {legend_count}.</source>
        <translation>{classes} 个类别的矩阵与含 {legend_count} 个类别的图例不符。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/allocation.py"/>
        <source>No class of the map has two pixels, so there is nothing to draw a sample from.</source>
        <translation>地图中没有一个类别有两个像元，因此无从抽取样本。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/allocation.py"/>
        <source>An accuracy is expected of “{name}”, but the map has: {names}.</source>
        <translation>给出了“{name}”的预期精度，但地图的类别是：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/allocation.py"/>
        <source>The expected accuracy of “{name}” must lie between 0 and 1, not {value}.</source>
        <translation>“{name}”的预期精度必须介于 0 和 1 之间，而不是 {value}。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/design_estimates.py"/>
        <source>No answered point lies where the map has a class. Choose the map of the same place.</source>
        <translation>没有已回答的点位于地图有类别之处。请选择同一地点的地图。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/design_estimates.py"/>
        <source>At least two points of every stratum need an answer; there are fewer in {thin}. Answer more points first: they are in random order, so that every beginning of them is a sample.</source>
        <translation>每个层至少需要两个点有回答；以下各层不足：{thin}。请先回答更多的点：它们按随机顺序排列，因此任何开头部分都是一个样本。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/design_estimates.py"/>
        <source>Neither map is right at any of the points, so they can't be told apart. Answer more.</source>
        <translation>两幅地图在所有点上都不正确，因此无法区分优劣。请回答更多的点。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/file.py"/>
        <source>There is no sample in “{path}”. Choose the file again, or put it back.</source>
        <translation>“{path}”中没有样本。请重新选择文件，或将其放回原处。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/file.py"/>
        <source>“{name}” {what}: it isn't a sample that Outcrop has drawn. Draw one over the map first.</source>
        <translation>“{name}”{what}：它不是 Outcrop 抽取的样本。请先在地图上抽取一个。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/file.py"/>
        <source>The sample “{name}” doesn't say its coordinate system, so its points can't be found on the map. Save it with the map's.</source>
        <translation>样本“{name}”没有说明坐标系，因此无法在地图上找到它的点。请用地图的坐标系保存它。</translation>
    </message>
    <message>
        <location filename="../../core/commands/base/options.py"/>
        <source>give a number of threads, or 0 for all cores</source>
        <translation>请给出线程数，或以 0 表示全部核心</translation>
    </message>
    <message>
        <location filename="../../core/commands/base/options.py"/>
        <source>Give the training polygons with --labels.</source>
        <translation>请用 --labels 给出训练多边形。</translation>
    </message>
    <message>
        <location filename="../../core/commands/base/options.py"/>
        <source>Give the data either by --image and --labels, or by --scenes.</source>
        <translation>请用 --image 和 --labels，或用 --scenes 给出数据。</translation>
    </message>
    <message>
        <location filename="../../core/commands/base/scenes_file.py"/>
        <source>“{path}” isn't a list of scenes. It should look like {example}.</source>
        <translation>“{path}”不是影像清单。它应形如 {example}。</translation>
    </message>
    <message>
        <location filename="../../core/commands/base/scenes_file.py"/>
        <source>Scene {number} in “{path}” has no {lacking}. Add what is missing.</source>
        <translation>“{path}”中的影像 {number} 缺少 {lacking}。请补上所缺内容。</translation>
    </message>
    <message>
        <location filename="../../core/commands/batch.py"/>
        <source>Give the imagery either with --image or with --image-list.</source>
        <translation>请用 --image 或 --image-list 之一给出影像。</translation>
    </message>
    <message>
        <location filename="../../core/commands/batch.py"/>
        <source>Each --image names the same number of rasters, one for each map; these name {counts}.</source>
        <translation>每个 --image 后的栅格数必须相同，每幅图各一个；这里分别为 {counts}。</translation>
    </message>
    <message>
        <location filename="../../core/commands/batch.py"/>
        <source>Two images are called “{name}”, and so would be their maps. Rename one, or map them apart.</source>
        <translation>有两幅影像都叫“{name}”，其结果也会同名。请重命名其中一幅，或分开制图。</translation>
    </message>
    <message>
        <location filename="../../core/commands/batch.py"/>
        <source>“{path}” lists no image. Write the path of one into each line.</source>
        <translation>“{path}”没有列出影像。请每行写一个路径。</translation>
    </message>
    <message>
        <location filename="../../core/commands/batch.py"/>
        <source>{name}: {error} Trying once more.</source>
        <translation>{name}：{error} 再试一次。</translation>
    </message>
    <message>
        <location filename="../../core/commands/demo.py"/>
        <source>Training {model}.</source>
        <translation>正在训练 {model}。</translation>
    </message>
    <message>
        <location filename="../../core/commands/demo.py"/>
        <source>For data of your own give all three: IMAGE, LABELS and CLASS_FIELD.</source>
        <translation>使用自己的数据时，请同时给出三项：IMAGE、LABELS 和 CLASS_FIELD。</translation>
    </message>
    <message>
        <location filename="../../core/commands/prediction.py"/>
        <source>Say where the map goes: with --out for one, with --out-folder for one of each image.</source>
        <translation>请指明结果的位置：一幅用 --out，每幅影像各一幅用 --out-folder。</translation>
    </message>
    <message>
        <location filename="../../core/commands/prediction.py"/>
        <source>{count} maps don't fit one file. Give --out-folder instead of --out; for a stack write --image anew before each raster of it.</source>
        <translation>{count} 幅图无法写入一个文件。请用 --out-folder 代替 --out；若是叠加影像，请在每个栅格前重复 --image。</translation>
    </message>
    <message>
        <location filename="../../core/commands/service.py"/>
        <source>Give the worker either a job file or --serve.</source>
        <translation>请为计算进程给出任务文件或 --serve。</translation>
    </message>
    <message>
        <location filename="../../core/commands/serving.py"/>
        <source>The worker ended with status {status} before it was done.</source>
        <translation>计算进程尚未完成就以状态 {status} 结束。</translation>
    </message>
    <message>
        <location filename="../../core/commands/serving.py"/>
        <source>The worker was killed, most often because memory ran out.</source>
        <translation>计算进程被终止，多半因为内存不足。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/changes.py"/>
        <source>Comparing the maps</source>
        <translation>正在比较两幅地图</translation>
    </message>
    <message>
        <location filename="../../core/comparison/disagreement.py"/>
        <source>Comparing maps</source>
        <translation>正在比较地图</translation>
    </message>
    <message>
        <location filename="../../core/comparison/map_classes.py"/>
        <source>Choose maps and models of the same classes.</source>
        <translation>请选择类别相同的地图和模型。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/map_classes.py"/>
        <source>“{path}” doesn't overlap the other map. Choose two maps of the same place.</source>
        <translation>“{path}”与另一幅地图不重叠。请选择同一地点的两幅地图。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/suspect_polygons.py"/>
        <source>Looking into the polygons</source>
        <translation>正在检查多边形</translation>
    </message>
    <message>
        <location filename="../../core/comparison/suspect_polygons.py"/>
        <source>Asking models that learned from the other polygons</source>
        <translation>正在询问从其他多边形学习的模型</translation>
    </message>
    <message>
        <location filename="../../core/comparison/suspect_polygons.py"/>
        <source>There is one class only, so no polygon can be suspected to be of another.</source>
        <translation>只有一个类别，因此没有多边形会被怀疑属于其他类别。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/suspect_polygons.py"/>
        <source>1 polygon covers no pixel with data and wasn't checked against the imagery.</source>
        <translation>1 个多边形没有覆盖任何有数据的像元，未与影像核对。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/suspect_polygons.py"/>
        <source>{count} polygons cover no pixel with data and weren't checked against the imagery.</source>
        <translation>{count} 个多边形没有覆盖任何有数据的像元，未与影像核对。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/suspect_polygons.py"/>
        <source>Of {classes} there is one polygon only; models can't learn the class without it, so it wasn't checked.</source>
        <translation>{classes} 只有一个多边形；没有它模型就学不到该类别，因此未作检查。</translation>
    </message>
    <message>
        <location filename="../../core/correction/errors.py"/>
        <source>“{path}” isn't a session of corrections, or is damaged: {text}. Choose another, or begin a new one.</source>
        <translation>“{path}”不是修正会话，或已损坏：{text}。请选择另一个，或新建一个。</translation>
    </message>
    <message>
        <location filename="../../core/correction/errors.py"/>
        <source>Another program holds “{path}” and it can't be written now. End editing there and try again.</source>
        <translation>另一个程序占用着“{path}”，现在无法写入。请在那里结束编辑后重试。</translation>
    </message>
    <message>
        <location filename="../../core/correction/errors.py"/>
        <source>The disk is full: “{path}” can't be written. Free some space and try again; what was corrected before is kept.</source>
        <translation>磁盘已满：无法写入“{path}”。请释放一些空间后重试；此前的修正已保留。</translation>
    </message>
    <message>
        <location filename="../../core/correction/errors.py"/>
        <source>“{path}” can't be read or written: {text}. Check that the disk is there and can be written, and try again; what was corrected before is kept.</source>
        <translation>无法读写“{path}”：{text}。请检查磁盘是否存在且可写，然后重试；此前的修正已保留。</translation>
    </message>
    <message>
        <location filename="../../core/correction/journal.py"/>
        <source>There is a file “{path}” already. Choose another name.</source>
        <translation>已有文件“{path}”。请另选名称。</translation>
    </message>
    <message>
        <location filename="../../core/correction/journal.py"/>
        <source>“{name}” has no correction {fid}.</source>
        <translation>“{name}”没有修正 {fid}。</translation>
    </message>
    <message>
        <location filename="../../core/correction/prediction.py"/>
        <source>“{path}” was written by a later version of Outcrop. Update the plugin to go on with it.</source>
        <translation>“{path}”由更新版本的 Outcrop 写出。请更新插件后继续。</translation>
    </message>
    <message>
        <location filename="../../core/correction/prediction.py"/>
        <source>“{name}” has no class {value}. Its classes are: {names}.</source>
        <translation>“{name}”没有类别 {value}。其类别为：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/correction/prediction.py"/>
        <source>an earlier state of “{name}”</source>
        <translation>“{name}”的较早状态</translation>
    </message>
    <message>
        <location filename="../../core/correction/prediction.py"/>
        <source>The corrections of “{name}” were made on {what}, not on “{path}” as it is now. Begin a new session and carry over what still fits, or choose the prediction they belong to.</source>
        <translation>“{name}”的修正是在 {what} 上做的，而不是在现在的“{path}”上。请新建会话并转入仍然适用的修正，或选择它们所属的预测。</translation>
    </message>
    <message>
        <location filename="../../core/correction/results/apply.py"/>
        <source>“{place}”, which was corrected, is gone. Say where the prediction is now.</source>
        <translation>被修正的“{place}”已不存在。请指明预测现在的位置。</translation>
    </message>
    <message>
        <location filename="../../core/correction/results/apply.py"/>
        <source>The corrections of “{name}” weren't made on “{prediction}” as it is now, but on {what}. Choose that prediction, or carry over what fits this one.</source>
        <translation>“{name}”的修正不是在现在的“{prediction}”上做的，而是在 {what} 上。请选择那个预测，或转入适用于此预测的修正。</translation>
    </message>
    <message>
        <location filename="../../core/correction/results/apply.py"/>
        <source>Reading corrections</source>
        <translation>正在读取修正</translation>
    </message>
    <message>
        <location filename="../../core/correction/results/apply.py"/>
        <source>Finishing</source>
        <translation>正在收尾</translation>
    </message>
    <message>
        <location filename="../../core/correction/results/apply.py"/>
        <source>Applying corrections</source>
        <translation>正在应用修正</translation>
    </message>
    <message>
        <location filename="../../core/correction/results/label_polygons.py"/>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <location filename="../../core/correction/results/label_polygons.py"/>
        <source>Drawing labels</source>
        <translation>正在绘制标签</translation>
    </message>
    <message>
        <location filename="../../core/correction/results/region_index.py"/>
        <source>The prediction is too noisy to look up regions in it. Clean it up first.</source>
        <translation>预测过于零碎，无法在其中查找区域。请先清理。</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>Nothing was corrected here that could be given back.</source>
        <translation>此处没有可以还原的修正。</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>corrections {numbers} were</source>
        <translation>修正 {numbers}</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>Nothing was drawn.</source>
        <translation>没有绘制任何内容。</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>What was drawn lies outside of “{name}”.</source>
        <translation>绘制的内容位于“{name}”之外。</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>“{name}” has nothing where this was drawn. Allow painting over nodata to paint there.</source>
        <translation>“{name}”在绘制处没有数据。要在那里绘制，请允许在无数据处绘制。</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>correction {number} was</source>
        <translation>修正 {number}</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>“{path}” is being corrected in another window. Close it there, or choose another session.</source>
        <translation>“{path}”正在另一个窗口中修正。请在那里关闭它，或选择另一个会话。</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>Correction {fid} is undone already.</source>
        <translation>修正 {fid} 已经撤销。</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>The session knows no prediction to paint on yet.</source>
        <translation>会话还没有可供绘制的预测。</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>The overlay of “{name}” couldn't be written; the corrections are saved. Free some space and make it anew before going on.</source>
        <translation>无法写入“{name}”的叠加图层；修正已保存。请释放一些空间并重新生成它，然后继续。</translation>
    </message>
    <message>
        <location filename="../../core/correction/session.py"/>
        <source>Correction {fid} can't be taken back alone: {numbers} made later on the same pixels. Take these back first.</source>
        <translation>修正 {fid} 不能单独撤回：{numbers} 是后来在相同像元上做的。请先撤回它们。</translation>
    </message>
    <message>
        <location filename="../../core/correction/transfer/fitting.py"/>
        <source>The corrections of “{name}” are in another coordinate system than the prediction. Reproject the prediction first, or export them as labels.</source>
        <translation>“{name}”的修正与预测的坐标参照系不同。请先重投影预测，或将修正导出为标签。</translation>
    </message>
    <message>
        <location filename="../../core/correction/transfer/fitting.py"/>
        <source>Corrections that don’t fit wholly: {said}.</source>
        <translation>未完全适用的修正：{said}。</translation>
    </message>
    <message>
        <location filename="../../core/correction/transfer/fitting.py"/>
        <source>{count} outside of “{name}”</source>
        <translation>“{name}”范围外 {count} 处</translation>
    </message>
    <message>
        <location filename="../../core/correction/transfer/fitting.py"/>
        <source>{count} across its edge, cut off there</source>
        <translation>跨越其边缘并已裁切 {count} 处</translation>
    </message>
    <message>
        <location filename="../../core/correction/transfer/fitting.py"/>
        <source>{count} of class “{name}”, which its legend lacks</source>
        <translation>类别“{name}”（其图例中没有）{count} 处</translation>
    </message>
    <message>
        <location filename="../../core/environment/held_lock.py"/>
        <source>Another QGIS or command works on “{path}” right now. Wait until it is done, or end it, and try again.</source>
        <translation>另一个 QGIS 或命令正在处理“{path}”。请等待其完成或结束它，然后重试。</translation>
    </message>
    <message>
        <location filename="../../core/environment/installation.py"/>
        <source>“{python}” is Python {version}; {low} to {high} is needed. Choose another one.</source>
        <translation>“{python}”是 Python {version}；需要 {low} 至 {high}。请另选一个。</translation>
    </message>
    <message>
        <location filename="../../core/environment/installation.py"/>
        <source>“{folder}” is so long a path that Windows can't hold the packages in it. Set the environment variable {variable} to a shorter folder, such as C:\Outcrop, and open QGIS again.</source>
        <translation>“{folder}”的路径太长，Windows 放不下其中的软件包。请把环境变量 {variable} 设为较短的文件夹，例如 C:\Outcrop，然后重新打开 QGIS。</translation>
    </message>
    <message>
        <location filename="../../core/environment/installation.py"/>
        <source>“{there}” has {free_gb:.1f} GB left; about {disk_gb:.1f} GB are needed. Make room, or choose another folder.</source>
        <translation>“{there}”剩余 {free_gb:.1f} GB；约需 {disk_gb:.1f} GB。请腾出空间，或选择另一个文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/environment/installation.py"/>
        <source>“{folder}” can't be removed entirely: {reason}. End running jobs of Outcrop in every QGIS and try again.</source>
        <translation>无法完全删除“{folder}”：{reason}。请在所有 QGIS 中结束 Outcrop 正在运行的任务，然后重试。</translation>
    </message>
    <message>
        <location filename="../../core/environment/interpreters.py"/>
        <source>No Python {low} to {high} was found on this computer.{seen} Install one from python.org and try again, or use one that you have.</source>
        <translation>在此计算机上没有找到 Python {low} 至 {high}。{seen} 请从 python.org 安装后重试，或使用您已有的。</translation>
    </message>
    <message>
        <location filename="../../core/environment/interpreters.py"/>
        <source>“{path}” can't make environments. Install python3-venv (Debian, Ubuntu: sudo apt install python3-venv), or uv, and try again.</source>
        <translation>“{path}”无法创建环境。请安装 python3-venv（Debian、Ubuntu：sudo apt install python3-venv）或 uv，然后重试。</translation>
    </message>
    <message>
        <location filename="../../core/environment/interpreters.py"/>
        <source>“{python}” can't be run as Python: {error}. Choose another interpreter.</source>
        <translation>“{python}”无法作为 Python 运行：{error}。请选择另一个解释器。</translation>
    </message>
    <message>
        <location filename="../../core/environment/interpreters.py"/>
        <source>“{python}” can't make virtual environments. {hint}</source>
        <translation>“{python}”无法创建虚拟环境。{hint}</translation>
    </message>
    <message>
        <location filename="../../core/environment/pip/failure.py"/>
        <source>“{command}” failed. The details show what it said last.</source>
        <translation>“{command}”失败。详细信息中有其最后的输出。</translation>
    </message>
    <message>
        <location filename="../../core/environment/pip/failure.py"/>
        <source>{sentence}
The end of “{log}”:
{details}</source>
        <translation>{sentence}
“{log}”的末尾：
{details}</translation>
    </message>
    <message>
        <location filename="../../core/environment/pip/failure.py"/>
        <source>The classifiers work, the networks don't: PyTorch couldn't be installed. {sentence}</source>
        <translation>分类器可用，网络不可用：无法安装 PyTorch。{sentence}</translation>
    </message>
    <message>
        <location filename="../../core/environment/pip/failure.py"/>
        <source>No package {name} was found for this computer and this version of Python.</source>
        <translation>没有找到适用于此计算机和此 Python 版本的软件包 {name}。</translation>
    </message>
    <message>
        <location filename="../../core/environment/pip/failure.py"/>
        <source>The folder has no wheel of {name} that fits this computer. Add it and try again.</source>
        <translation>文件夹中没有适合此计算机的 {name} wheel。请添加后重试。</translation>
    </message>
    <message>
        <location filename="../../core/environment/python/probing.py"/>
        <source>“{interpreter}” doesn't answer as Python does: {last}. Choose another interpreter.</source>
        <translation>“{interpreter}”的回应与 Python 不符：{last}。请选择另一个解释器。</translation>
    </message>
    <message>
        <location filename="../../core/environment/python/probing.py"/>
        <source>“{interpreter}” can't be run as Python: {error}. Choose another interpreter.</source>
        <translation>“{interpreter}”无法作为 Python 运行：{error}。请选择另一个解释器。</translation>
    </message>
    <message>
        <location filename="../../core/environment/steps.py"/>
        <source>Making an empty environment in {folder}</source>
        <translation>正在 {folder} 中创建空环境</translation>
    </message>
    <message>
        <location filename="../../core/environment/steps.py"/>
        <source>Installing torch, the {name} build: {why}</source>
        <translation>正在安装 torch，{name} 版本：{why}</translation>
    </message>
    <message>
        <location filename="../../core/environment/steps.py"/>
        <source>Checking that every package works</source>
        <translation>正在检查每个软件包是否可用</translation>
    </message>
    <message>
        <location filename="../../core/environment/steps.py"/>
        <source>Fetching uv, a fast installer</source>
        <translation>正在获取 uv（快速安装程序）</translation>
    </message>
    <message>
        <location filename="../../core/environment/steps.py"/>
        <source>Removing {strays}</source>
        <translation>正在移除 {strays}</translation>
    </message>
    <message>
        <location filename="../../core/environment/steps.py"/>
        <source>These packages don't work: {broken}. Press Repair, or choose another Python.</source>
        <translation>这些软件包不可用：{broken}。请按“修复”，或选择另一个 Python。</translation>
    </message>
    <message>
        <location filename="../../core/environment/steps.py"/>
        <source>Installing {packages}</source>
        <translation>正在安装 {packages}</translation>
    </message>
    <message>
        <location filename="../../core/environment/steps.py"/>
        <source>Installing torch from {index}</source>
        <translation>正在从 {index} 安装 torch</translation>
    </message>
    <message>
        <location filename="../../core/environment/steps.py"/>
        <source>Stopped. What is installed already is kept; start again to go on.</source>
        <translation>已停止。已安装的内容予以保留；重新开始即可继续。</translation>
    </message>
    <message>
        <location filename="../../core/environment/torch_build.py"/>
        <source>build of torch</source>
        <translation>torch 版本</translation>
    </message>
    <message>
        <location filename="../../core/environment/torch_build.py"/>
        <source>the driver of the {name} is {driver}; from {lowest_driver} on the GPU can be used: update it</source>
        <translation>{name} 的驱动程序为 {driver}；从 {lowest_driver} 起才能使用该 GPU：请更新</translation>
    </message>
    <message>
        <location filename="../../core/environment/torch_build.py"/>
        <source>the {name} is too old for this version of torch</source>
        <translation>{name} 对此版本的 torch 来说太旧</translation>
    </message>
    <message>
        <location filename="../../core/environment/torch_build.py"/>
        <source>No CUDA build of torch is locked for {system}. Choose “auto” or “cpu”.</source>
        <translation>没有为 {system} 锁定 torch 的 CUDA 版本。请选择“auto”或“cpu”。</translation>
    </message>
    <message>
        <location filename="../../core/environment/torch_build.py"/>
        <source>There is no newer PyTorch for Macs with an Intel processor. The classifiers (random forest, support vector machine, maximum likelihood) work without it.</source>
        <translation>没有适用于 Intel 处理器 Mac 的更新版 PyTorch。分类器（随机森林、支持向量机、最大似然）无需它即可工作。</translation>
    </message>
    <message>
        <location filename="../../core/environment/torch_build.py"/>
        <source>it is the one build for {system}</source>
        <translation>这是适用于 {system} 的唯一版本</translation>
    </message>
    <message>
        <location filename="../../core/environment/torch_build.py"/>
        <source>“{python}” is Python {version}, for which no {build} build of PyTorch is locked. Install Python {lowest} or newer beside it (Debian and Ubuntu: python{lowest} and python{lowest}-venv) and try again, or take the classifiers alone.</source>
        <translation>“{python}” 是 Python {version}，没有为它锁定 PyTorch 的 {build} 版本。请另外安装 Python {lowest} 或更高版本（Debian 和 Ubuntu：python{lowest} 和 python{lowest}-venv）后重试，或者只使用分类器。</translation>
    </message>
    <message>
        <location filename="../../core/environment/torch_build.py"/>
        <source>there is a GPU, {name}</source>
        <translation>有 GPU：{name}</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>Something unexpected went wrong: {error}. The details help to find out what.</source>
        <translation>发生了意外错误：{error}。详细信息有助于查明原因。</translation>
    </message>
    <message>
        <location filename="../../core/errors.py"/>
        <source>There is no {kind} “{name}”. Choose one of: {valid}.</source>
        <translation>没有名为“{name}”的{kind}。请选择：{valid}。</translation>
    </message>
    <message>
        <location filename="../../core/explanation/band_mosaic.py"/>
        <source>Gathering blocks</source>
        <translation>正在收集分块</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>What was finished before is kept. {cure} and resume the run.</source>
        <translation>此前完成的内容已保留。{cure}，然后恢复训练。</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>{cure} and start again.</source>
        <translation>{cure}，然后重新开始。</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>Nothing was changed. {cure} and try again.</source>
        <translation>没有任何更改。{cure}，然后重试。</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>“{path}” can't be used any more</source>
        <translation>“{path}”不能再使用</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>“{file}” is a file and can't be a folder. Choose another place.</source>
        <translation>“{file}”是文件，不能用作文件夹。请选择其他位置。</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>The folder “{folder}” can't be written. Choose another place.</source>
        <translation>无法写入文件夹“{folder}”。请选择其他位置。</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>“{place}” would have more pixels than a GeoTIFF can hold. Choose a smaller extent, or cut the imagery.</source>
        <translation>“{place}”的像元数将超过 GeoTIFF 的上限。请选择较小的范围，或先裁剪影像。</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>The disk is full: “{place}” can't be written. {advice}</source>
        <translation>磁盘已满：无法写入“{place}”。{advice}</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>A raster of “{place}” can't be read or written</source>
        <translation>无法读写“{place}”的某个栅格</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>The folder “{folder}” can't be made: {reason}. Choose another place.</source>
        <translation>无法创建文件夹“{folder}”：{reason}。请选择其他位置。</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>A file of “{place}” can't be read or written</source>
        <translation>无法读写“{place}”的某个文件</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>Check that the disk is there, has room and can be written,</source>
        <translation>请检查磁盘是否存在、有空间且可写</translation>
    </message>
    <message>
        <location filename="../../core/files/disk.py"/>
        <source>Free some space</source>
        <translation>请释放一些空间</translation>
    </message>
    <message>
        <location filename="../../core/files/json_text.py"/>
        <source>“{path}” can't be read: {reason}. Check that it is there.</source>
        <translation>无法读取“{path}”：{reason}。请检查它是否存在。</translation>
    </message>
    <message>
        <location filename="../../core/files/json_text.py"/>
        <source>“{path}” can't be the name of a file.</source>
        <translation>“{path}”不能作为文件名。</translation>
    </message>
    <message>
        <location filename="../../core/files/json_text.py"/>
        <source>{name} isn't {what}, or is damaged ({reason}). Choose another one.</source>
        <translation>{name}不是{what}，或已损坏（{reason}）。请另选一个。</translation>
    </message>
    <message>
        <location filename="../../core/files/named_files.py"/>
        <source>“{name}” is a pipe or a device, not a file. Choose a file.</source>
        <translation>“{name}”是管道或设备，不是文件。请选择文件。</translation>
    </message>
    <message>
        <location filename="../../core/files/named_files.py"/>
        <source>“{output}” is an input of this job (“{name}”); writing it would destroy it. Choose another name for the output.</source>
        <translation>“{output}”是此任务的输入（“{name}”）；写入会破坏它。请为输出另选名称。</translation>
    </message>
    <message>
        <location filename="../../core/files/named_files.py"/>
        <source>“{output}” belongs to an input of this job (“{name}”); without it that is read amiss. Choose another name for the output.</source>
        <translation>“{output}”是此任务的输入（“{name}”）的一部分；没有它，输入会被读错。请为输出另选名称。</translation>
    </message>
    <message>
        <location filename="../../core/files/named_files.py"/>
        <source>The input “{name}” lies in the folder “{folder}”, which this job fills. Choose another folder.</source>
        <translation>输入“{name}”位于此任务要写入的文件夹“{folder}”中。请选择另一个文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/files/named_files.py"/>
        <source>The name “{shown}” isn't readable text on this system. Rename the file or its folder.</source>
        <translation>名称“{shown}”在此系统上不是可读文本。请重命名该文件或其文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/files/output_guard.py"/>
        <source>“{path}” is being written by another job. Wait until that is done, or choose another name.</source>
        <translation>“{path}”正由另一个任务写入。请等待其完成，或另选名称。</translation>
    </message>
    <message>
        <location filename="../../core/files/whole_file.py"/>
        <source>The folder “{folder}” doesn't exist. Make it, or choose another place for “{name}”.</source>
        <translation>文件夹“{folder}”不存在。请创建它，或为“{name}”选择另一个位置。</translation>
    </message>
    <message>
        <location filename="../../core/files/whole_file.py"/>
        <source>The folder “{folder}” can't be written. Choose another place for “{name}”.</source>
        <translation>无法写入文件夹“{folder}”。请为“{name}”选择另一个位置。</translation>
    </message>
    <message>
        <location filename="../../core/files/whole_file.py"/>
        <source>“{target}” is a folder. Give the name of a file.</source>
        <translation>“{target}”是文件夹。请给出文件名。</translation>
    </message>
    <message>
        <location filename="../../core/files/whole_file.py"/>
        <source>“{target}” isn't an ordinary file. Give the name of one.</source>
        <translation>“{target}”不是普通文件。请给出普通文件的名称。</translation>
    </message>
    <message>
        <location filename="../../core/files/whole_file.py"/>
        <source>The file “{target}” is read-only, or another program holds it. Allow writing it or close that program, or choose another name.</source>
        <translation>文件“{target}”为只读，或被另一个程序占用。请允许写入或关闭该程序，或另选名称。</translation>
    </message>
    <message>
        <location filename="../../core/files/whole_file.py"/>
        <source>“{path}” can't be the name of a file. Give another one.</source>
        <translation>“{path}”不能作为文件名。请另给一个。</translation>
    </message>
    <message>
        <location filename="../../core/files/whole_file.py"/>
        <source>“{path}” can't be written: {reason}. Choose another place.</source>
        <translation>无法写入“{path}”：{reason}。请选择另一个位置。</translation>
    </message>
    <message>
        <location filename="../../core/files/whole_file.py"/>
        <source>“{target}” wasn't written whole ({error}). Nothing was changed. Check that the disk has room, and try again.</source>
        <translation>“{target}”没有完整写出（{error}）。没有任何更改。请检查磁盘是否有空间，然后重试。</translation>
    </message>
    <message>
        <location filename="../../core/files/whole_file.py"/>
        <source>The name “{name}” is too long for this disk. Give a shorter one.</source>
        <translation>名称“{name}”对此磁盘来说太长。请给出更短的名称。</translation>
    </message>
    <message>
        <location filename="../../core/files/whole_file.py"/>
        <source>“{file}” can't be replaced: another program holds it ({reason}). Nothing was changed. Close that program and try again.</source>
        <translation>无法替换“{file}”：另一个程序占用着它（{reason}）。没有任何更改。请关闭该程序后重试。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/datum.py"/>
        <source>“{name}” is in {source}, the imagery in {target}</source>
        <translation>“{name}”使用 {source}，影像使用 {target}</translation>
    </message>
    <message>
        <location filename="../../core/geodata/datum.py"/>
        <source> An exact one needs {missing}.</source>
        <translation>精确变换需要 {missing}。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/datum.py"/>
        <source>{between}; no transformation between their datums is known here, so it may lie off by about 50 to 200 m.{advice} Compare it with the imagery, or bring it to the imagery's coordinate system with the parameters of your survey first.</source>
        <translation>{between}；此处不知道两者基准面之间的变换，因此可能偏移约 50 至 200 m。{advice}请与影像对照，或先用您测量的参数将其转换到影像的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/datum.py"/>
        <source>{between}; the way between their datums is good to {accuracy:g} m only, {pixels:.1f} pixels.{advice}</source>
        <translation>{between}；两者基准面之间的变换精度仅为 {accuracy:g} m，即 {pixels:.1f} 个像元。{advice}</translation>
    </message>
    <message>
        <location filename="../../core/geodata/grid.py"/>
        <source>The extent {extent} misses the imagery, which covers {extent_2}. Choose an extent over the imagery, in the imagery's coordinate system.</source>
        <translation>范围 {extent} 未覆盖影像，影像范围为 {extent_2}。请以影像的坐标参照系选择影像上的范围。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/imagery.py"/>
        <source>{where} holds no rasters ({rasters}). Choose another one.</source>
        <translation>{where}中没有栅格（{rasters}）。请另选一个。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/imagery.py"/>
        <source>Not every item of “{path}” has the asset {incomplete}. Leave those items out.</source>
        <translation>“{path}”并非每个条目都有资产 {incomplete}。请去掉这些条目。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/imagery.py"/>
        <source>The folder “{path}”</source>
        <translation>文件夹“{path}”</translation>
    </message>
    <message>
        <location filename="../../core/geodata/imagery.py"/>
        <source>The list “{path}”</source>
        <translation>清单“{path}”</translation>
    </message>
    <message>
        <location filename="../../core/geodata/mosaic.py"/>
        <source>coordinate system ({one}, not {other})</source>
        <translation>坐标参照系（{one}，而非 {other}）</translation>
    </message>
    <message>
        <location filename="../../core/geodata/mosaic.py"/>
        <source>“{path}” has another {differs} than “{first_path}”. Leave it out, or bring it to the others' form.</source>
        <translation>“{path}”的{differs}与“{first_path}”不同。请去掉它，或使其与其他影像一致。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/mosaic.py"/>
        <source>“{path}” is rotated; a mosaic needs rasters that aren't. Warp it to a straight grid first.</source>
        <translation>“{path}”带有旋转；镶嵌需要无旋转的栅格。请先将其变换到规则格网。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/mosaic.py"/>
        <source>pixel size ({one:g}, not {other:g})</source>
        <translation>像元大小（{one:g}，而非 {other:g}）</translation>
    </message>
    <message>
        <location filename="../../core/geodata/mosaic.py"/>
        <source>number of bands ({one}, not {other})</source>
        <translation>波段数（{one}，而非 {other}）</translation>
    </message>
    <message>
        <location filename="../../core/geodata/mosaic.py"/>
        <source>data type ({one}, not {other})</source>
        <translation>数据类型（{one}，而非 {other}）</translation>
    </message>
    <message>
        <location filename="../../core/geodata/mosaic.py"/>
        <source>scale or offset of its values</source>
        <translation>值的缩放或偏移</translation>
    </message>
    <message>
        <location filename="../../core/geodata/mosaic.py"/>
        <source>alpha band</source>
        <translation>alpha 波段</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>Save it as a GeoTIFF: in QGIS right click ▸ Export ▸ Save As.</source>
        <translation>请另存为 GeoTIFF：在 QGIS 中右键单击 ▸ 导出 ▸ 另存为。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>Warp it first: in QGIS Raster ▸ Projections ▸ Warp (Reproject).</source>
        <translation>请先进行变换：在 QGIS 中 栅格 ▸ 投影 ▸ 变形（重投影）。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>The raster “{path}” can't be read</source>
        <translation>无法读取栅格“{path}”</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>{text}: {error}. Check that the file is there and whole.</source>
        <translation>{text}：{error}。请检查文件是否存在且完整。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>“{images}” can't be read at {place}: the file is damaged or gone ({error}). Copy it again or check the disk.</source>
        <translation>无法在 {place} 读取“{images}”：文件已损坏或不存在（{error}）。请重新复制或检查磁盘。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>{text}: it is an archive. Unpack it, and choose the raster that was in it.</source>
        <translation>{text}：它是压缩包。请解压后选择其中的栅格。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>{text}: its compression isn't supported ({error}). {save}</source>
        <translation>{text}：不支持其压缩方式（{error}）。{save}</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>“{path}” computes its values by Python code, which is never run: code in a file may do harm. Save it as a GeoTIFF where you trust it: in QGIS right click ▸ Export ▸ Save As.</source>
        <translation>“{path}”用 Python 代码计算像元值，而这里从不运行这种代码：文件中的代码可能有害。若信任该文件，请将其另存为 GeoTIFF：在 QGIS 中右键 ▸ 导出 ▸ 另存为。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>“{part}” can't be read: the file is damaged or gone ({error}). Copy it again or check the disk.</source>
        <translation>无法读取“{part}”：文件已损坏或不存在（{error}）。请重新复制或检查磁盘。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>The raster “{path}” has no bands of its own; it holds several rasters: {inner}. Give one of these names instead, or choose one of them in QGIS and save it as a GeoTIFF.</source>
        <translation>栅格“{path}”本身没有波段，其中包含多个栅格：{inner}。请改用其中一个名称，或在 QGIS 中选择其一并另存为 GeoTIFF。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>The raster “{path}” has no coordinate system. Assign one to it first (Raster ▸ Projections).</source>
        <translation>栅格“{path}”没有坐标参照系。请先为其指定一个（栅格 ▸ 投影）。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>The raster “{path}” has no usable place: its pixels have no size (geotransform {place}). Georeference it again, or assign the right extent (Raster ▸ Conversion ▸ Translate with -a_ullr).</source>
        <translation>栅格“{path}”没有可用的位置：其像元没有大小（地理变换 {place}）。请重新进行地理配准，或指定正确的范围（栅格 ▸ 转换 ▸ 转换格式，使用 -a_ullr）。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>The raster “{path}” has no usable place: its pixels are too small to be told apart so far from the origin (geotransform {place}). Georeference it again, or assign the right extent (Raster ▸ Conversion ▸ Translate with -a_ullr).</source>
        <translation>栅格“{path}”没有可用的位置：离原点如此之远，像元太小而无法区分（地理变换 {place}）。请重新进行地理配准，或指定正确的范围（栅格 ▸ 转换 ▸ 转换格式，参数 -a_ullr）。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>The raster “{path}” holds complex values, as radar images before detection do. Make a raster of their amplitude or phase first: Raster ▸ Miscellaneous ▸ Raster calculator of GDAL with abs(A) or angle(A).</source>
        <translation>栅格“{path}”含有复数值，如检波前的雷达影像。请先生成其幅度或相位的栅格：栅格 ▸ 杂项 ▸ GDAL 栅格计算器，使用 abs(A) 或 angle(A)。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>{text}: its format isn't supported, though QGIS may show it (HDF4, FITS, HEIF and others). {save}</source>
        <translation>{text}：不支持其格式，尽管 QGIS 可能能够显示（HDF4、FITS、HEIF 等）。{save}</translation>
    </message>
    <message>
        <location filename="../../core/geodata/raster_file.py"/>
        <source>The raster “{path}” is placed by {kind}, not by a grid, so its pixels have no place yet. {warp}</source>
        <translation>栅格“{path}”由 {kind} 定位，而不是由格网定位，因此其像元还没有位置。{warp}</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>A scale of 0 leaves nothing of a source: “{text}”.</source>
        <translation>比例为 0 时数据源不剩任何信息：“{text}”。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>“{text}” doesn’t say how a source is read. Write image=role or image:band=role, such as 2=category.</source>
        <translation>“{text}”未说明如何读取数据源。请写成 影像=种类 或 影像:波段=种类，例如 2=category。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>“{text}” is of image {image}, but there are {images}. Count the images from 1.</source>
        <translation>“{text}”指第 {image} 幅影像，但只有 {images} 幅。影像从 1 开始计数。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>“{text}” says {name} twice. Leave one out.</source>
        <translation>“{text}”两次给出 {name}。请去掉一个。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>role or resampling</source>
        <translation>种类或重采样方式</translation>
    </message>
    <message>
        <location filename="../../core/geodata/stack.py"/>
        <source>“{image}” doesn't overlap “{first}”. Choose images of the same place, or check their coordinate systems.</source>
        <translation>“{image}”与“{first}”不重叠。请选择同一地点的影像，或检查它们的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/stack.py"/>
        <source>There is no imagery. Choose at least one raster.</source>
        <translation>没有影像。请至少选择一个栅格。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/stack.py"/>
        <source>There is no band {text}. The bands are: {listed}.</source>
        <translation>没有波段 {text}。波段有：{listed}。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/stack.py"/>
        <source>“{stem}” has a palette of colours; its pixels are learned as numbers, not as colours. Make colours of them first: Raster ▸ Conversion ▸ PCT to RGB.</source>
        <translation>“{stem}”带有调色板；其像元按数值而不是按颜色学习。请先转换为颜色：栅格 ▸ 转换 ▸ PCT 转 RGB。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/stack.py"/>
        <source>“{image}” can't be brought to the coordinate system of “{first}”: {error}. Give both the same one.</source>
        <translation>无法将“{image}”转换到“{first}”的坐标参照系：{error}。请使两者相同。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/stack.py"/>
        <source>“{image}” has no band {band}; it has {count}. Count its bands from 1.</source>
        <translation>“{image}”没有第 {band} 波段，共有 {count} 个波段。波段从 1 开始计数。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/geopackage.py"/>
        <source>Layers are written as GeoPackage: give a name that ends with {suffix}, not “{name}”.</source>
        <translation>图层以 GeoPackage 写出：请给出以 {suffix} 结尾的名称，而不是“{name}”。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/geopackage.py"/>
        <source>“{target}” can't be written: {error}. Nothing was changed. Close it in other programs, check that the disk has room, and try again.</source>
        <translation>无法写入“{target}”：{error}。没有任何更改。请在其他程序中关闭它，检查磁盘是否有空间，然后重试。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/geopackage.py"/>
        <source>“{target}” is there, but it is no GeoPackage that can be added to ({error}). Choose another name.</source>
        <translation>“{target}”已存在，但它不是可以添加图层的 GeoPackage（{error}）。请另选名称。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/geopackage.py"/>
        <source>The disk is full: “{target}” can't be written. Nothing was changed. Free some space and try again.</source>
        <translation>磁盘已满：无法写入“{target}”。没有任何更改。请释放一些空间后重试。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/kept_layer.py"/>
        <source>The layer “{name}” of “{path}” lacks {fields}, which Outcrop writes with it. Choose the file as it was.</source>
        <translation>“{path}”的图层“{name}”缺少 Outcrop 随之写入的 {fields}。请选择未经改动的文件。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/reading.py"/>
        <source>The text of “{path}” isn't in the encoding that the file says: {error}. Save it anew as GeoPackage.</source>
        <translation>“{path}”的文本编码与文件声明的不符：{error}。请重新保存为 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/reading.py"/>
        <source>“{path}” holds surfaces in space (polyhedral, triangles or multipatches), not polygons: {error}. Load it in QGIS and export it as polygons: right click ▸ Export ▸ Save Features As, geometry type MultiPolygon.</source>
        <translation>“{path}”含有空间曲面（多面体、三角形或多面片），而不是多边形：{error}。请在 QGIS 中加载并导出为多边形：右键单击 ▸ 导出 ▸ 要素另存为，几何类型 MultiPolygon。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/reading.py"/>
        <source>“{path}” can't be read: {reason}. Check that the file is there and whole.</source>
        <translation>无法读取“{path}”：{reason}。请检查文件是否存在且完整。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/to_pixels.py"/>
        <source>The layer “{name}” ({crs_name}) can't be brought to the imagery's coordinate system ({target_name}): {error}. Save the polygons in the imagery's coordinate system.</source>
        <translation>无法将图层“{name}”（{crs_name}）转换到影像的坐标参照系（{target_name}）：{error}。请以影像的坐标参照系保存多边形。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>this layer has no fields</source>
        <translation>此图层没有字段</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>The class field of “{layer}” isn't set.</source>
        <translation>未设置“{layer}”的类别字段。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>{missing} Choose the field that holds the class ({listed}).</source>
        <translation>{missing}请选择存放类别的字段（{listed}）。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>The labels “{path}” are not there. Choose the file again, or put it back.</source>
        <translation>标签“{path}”不存在。请重新选择文件，或将其放回。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>“{path}” has no layer. Choose a file with {plurals}.</source>
        <translation>“{path}”没有图层。请选择含有{plurals}的文件。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>“{path}” has no layer “{name}”. Choose one of: {layers}.</source>
        <translation>“{path}”没有图层“{name}”。请选择：{layers}。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>The layer “{name}” holds {held}, not {plurals}. Choose a {kind} layer.</source>
        <translation>图层“{name}”含有{held}，而不是{plurals}。请选择{kind}图层。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>The layer “{name}” has no coordinate system. Set it first (right click ▸ Layer CRS).</source>
        <translation>图层“{name}”没有坐标参照系。请先设置（右键单击 ▸ 图层坐标参照系）。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>this layer has: {fields}</source>
        <translation>此图层有：{fields}</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>“{layer}” has no field “{name}”.</source>
        <translation>“{layer}”没有字段“{name}”。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>The layer “{name}” holds {held}, not polygons. Make polygons of its lines, as wide as what they follow (Vector ▸ Geoprocessing Tools ▸ Buffer), or choose a polygon layer.</source>
        <translation>图层“{name}”含有 {held}，而不是多边形。请先将其中的线转为多边形，宽度与其所描绘的地物相同（矢量 ▸ 地理处理工具 ▸ 缓冲区），或选择一个多边形图层。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/vector/vector_layer.py"/>
        <source>The coordinate system of the layer “{name}” isn't known: {error}. Set another one.</source>
        <translation>无法识别图层“{name}”的坐标参照系：{error}。请设置另一个。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/deepness.py"/>
        <source>“{file}” gives {key} = {value}, which isn't a number.</source>
        <translation>“{file}”给出 {key} = {value}，它不是数字。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/deepness.py"/>
        <source>The class names in “{file}” don't run from 0 without gaps ({value}). Give the classes by hand.</source>
        <translation>“{file}”中的类别名称没有从 0 起连续编号（{value}）。请手动给出类别。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/deepness.py"/>
        <source>“{file}” gives {key} = {value}, which isn't a list of numbers.</source>
        <translation>“{file}”给出 {key} = {value}，它不是数字列表。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_classifiers.py"/>
        <source>“{name}” holds a {architecture} that sees more than the bands, which ONNX programs can't run. Export a network alone.</source>
        <translation>“{name}”含有一个不只看波段的 {architecture}，ONNX 程序无法运行。请仅导出网络。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_export.py"/>
        <source>“{name}” is a {architecture}, which ONNX programs for segmentation can't run. Export a network.</source>
        <translation>“{name}”是 {architecture}，用于分割的 ONNX 程序无法运行它。请导出网络。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_export.py"/>
        <source>Tiles of {wanted} px don't fit this model: choose a multiple of {stride}, at least {least}, or 0.</source>
        <translation>{wanted} px 的图块不适合此模型：请选择 {stride} 的倍数，至少 {least}，或 0。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_export.py"/>
        <source>Writing this network as ONNX needs the package “onnxscript” in the computing environment. Install it there (the list is requirements/engines.txt).</source>
        <translation>将此网络写为 ONNX 需要计算环境中有软件包“onnxscript”。请在那里安装（清单见 requirements/engines.txt）。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_export.py"/>
        <source>This network can't be written as ONNX ({error}). Choose another model.</source>
        <translation>无法将此网络写为 ONNX（{error}）。请选择另一个模型。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_export.py"/>
        <source>Writing ONNX files needs the package “onnx” in the computing environment. Install it there (the list is requirements/engines.txt).</source>
        <translation>写 ONNX 文件需要计算环境中有软件包“onnx”。请在那里安装（清单见 requirements/engines.txt）。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” is a {model_type}, not a {segmentation}: only models that give every pixel a class can be imported.</source>
        <translation>“{name}”是 {model_type}，而不是 {segmentation}：只能导入为每个像元给出类别的模型。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” takes {session_input_count} inputs; a segmentation model takes one image.</source>
        <translation>“{name}”需要 {session_input_count} 个输入；分割模型只需要一幅影像。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” takes {type} of shape {entry_shape}, not 32-bit images (tiles, bands, rows, columns). Export it with such an input.</source>
        <translation>“{name}”接受形状为 {entry_shape} 的 {type}，而不是 32 位影像（图块、波段、行、列）。请以此类输入导出。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” takes any number of bands. Say which it was trained on: give the bands by hand.</source>
        <translation>“{name}”接受任意数量的波段。请说明它用哪些波段训练：手动给出波段。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” takes tiles with only one side fixed ({entry_shape}). Export it with both.</source>
        <translation>“{name}”接受的图块只固定了一边（{entry_shape}）。请固定两边后导出。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” turns tiles of shape {noise_shape} into {made_dtype} of shape {made_shape}. A segmentation model gives every pixel a number for each class: (tiles, classes, rows, columns).</source>
        <translation>“{name}”将形状为 {noise_shape} 的图块变成形状为 {made_shape} 的 {made_dtype}。分割模型为每个像元的每个类别给出一个数：（图块、类别、行、列）。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” doesn't say {missing}. Give them by hand.</source>
        <translation>“{name}”没有说明{missing}。请手动给出。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” doesn't say {missing}. Give that by hand.</source>
        <translation>“{name}”没有说明{missing}。请手动给出该项。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” gives {channels} classes, but {class_count} are named: {classes}. Name as many as it gives.</source>
        <translation>“{name}”给出 {channels} 个类别，但命名了 {class_count} 个：{classes}。请命名与其给出的一样多的类别。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” takes {bands} bands, but {settings_band_count} are named: {settings_bands}.</source>
        <translation>“{name}”接受 {bands} 个波段，但命名了 {settings_band_count} 个：{settings_bands}。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>A deviation of “{name}” is 0; nothing can be divided by it.</source>
        <translation>“{name}”的一个标准差为 0；不能用它作除数。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{path}” is larger than an ONNX file with its weights inside can be.</source>
        <translation>“{path}”大于内含权重的 ONNX 文件所能达到的大小。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{path}” can't be read: {reason}. Choose the file again, or put it back.</source>
        <translation>无法读取“{path}”：{reason}。请重新选择文件，或将其放回原处。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>{error} Check that “{name}” is a segmentation model.</source>
        <translation>{error} 请检查“{name}”是否为分割模型。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>what its {channels} classes are called</source>
        <translation>其 {channels} 个类别的名称</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>for which pixel size it is</source>
        <translation>适用的像元大小</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>“{name}” takes {bands} bands, but there are {number_count} {title}.</source>
        <translation>“{name}”接受 {bands} 个波段，但有 {number_count} 个{title}。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>A margin of {margin_px} px leaves nothing of tiles of {tile_px} px.</source>
        <translation>{margin_px} px 的边距使 {tile_px} px 的图块没有剩余。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/onnx_import.py"/>
        <source>The file's threshold of {threshold:g} isn't used: the likeliest class is taken everywhere.</source>
        <translation>不使用文件中的阈值 {threshold:g}：各处均取最可能的类别。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/applicability.py"/>
        <source>No training pixel lies on the imagery. Choose the imagery and the labels that trained.</source>
        <translation>没有训练像元位于影像上。请选择训练时所用的影像和标签。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/applicability.py"/>
        <source>The imagery has no data anywhere.</source>
        <translation>影像各处都没有数据。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/applicability.py"/>
        <source>Reading training pixels</source>
        <translation>正在读取训练像元</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/applicability.py"/>
        <source>Mapping applicability</source>
        <translation>正在绘制适用性</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_boundaries.py"/>
        <source>Counting objects</source>
        <translation>正在统计对象</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_boundaries.py"/>
        <source>“{labels}” holds points, which have no boundary. Choose polygons or a raster.</source>
        <translation>“{labels}”是点，没有边界。请选择多边形或栅格。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_boundaries.py"/>
        <source>No labelled pixel lies where the prediction has a class. Choose labels of the same place.</source>
        <translation>没有标签像元位于预测有类别之处。请选择同一地点的标签。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_boundaries.py"/>
        <source>“{labels}” shows no boundary between two classes. Choose labels that are complete inside an area: with a labelled area what no polygon covers is background, and polygons get boundaries.</source>
        <translation>“{labels}”没有显示两个类别之间的边界。请选择在某个区域内完整的标签：有标注区域时，未被多边形覆盖之处为背景，多边形便有了边界。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_boundaries.py"/>
        <source>A tolerance of {tolerance_m:,.0f} m is too wide for pixels of {smallest:,.2f} m: at most {most_halo_px} of them can be looked at. Choose a smaller one.</source>
        <translation>{tolerance_m:,.0f} m 的容差对 {smallest:,.2f} m 的像元来说太大：最多可考察 {most_halo_px} 个像元。请选择更小的容差。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_boundaries.py"/>
        <source>Measuring boundaries</source>
        <translation>正在测量边界</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>Reading the map</source>
        <translation>正在读取地图</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>A sample drawn where two maps differ tells which of the two is better, and nothing of either alone: give both maps with it, and with other samples only one.</source>
        <translation>在两幅地图不同之处抽取的样本说明哪幅更好，但不单独说明任何一幅：请同时给出两幅地图；对其他样本只给出一幅。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>No point of “{sample}” has an answer. Answer some first.</source>
        <translation>“{sample}”中没有已回答的点。请先回答一些。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>At {same} of {points} points both maps say the same, so that “{sample}” was drawn for others, or one was changed since. Give the maps that it was drawn for, the first one first, or draw one for these two.</source>
        <translation>在 {points} 个点中的 {same} 个点上两幅地图相同，因此“{sample}”是为其他地图抽取的，或其中一幅此后已被更改。请给出抽样所用的地图（第一幅在前），或为这两幅重新抽样。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>Answers of “{path}” name classes that the map doesn't have: {foreign}. The map has: {names}. “{cannot_tell}” stands for what can't be told.</source>
        <translation>“{path}”的回答中有地图没有的类别：{foreign}。地图的类别为：{names}。“{cannot_tell}”表示无法判断。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>Counting the map's classes</source>
        <translation>正在统计地图的类别</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>1 of {points} points isn't answered yet; those answered are used.</source>
        <translation>{points} 个点中有 1 个尚未作答；使用已作答的点。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>{open} of {points} points aren't answered yet; those answered are used.</source>
        <translation>{points} 个点中有 {open} 个尚未回答；使用已回答的点。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>1 point couldn't be told and is left out.</source>
        <translation>1 个点无法判断，已略去。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>{cannot_tell} points couldn't be told and are left out; if they are of a kind, figures lean.</source>
        <translation>{cannot_tell} 个点无法判断，已略去；如果它们属于同一类，结果会有偏差。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>1 point lies where the map has no class; it counts for areas but not for overall accuracy.</source>
        <translation>1 个点落在地图没有类别的地方；它计入面积，但不计入总体精度。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>{off} points lie where the map has no class; they count for areas but not for overall accuracy.</source>
        <translation>{off} 个点位于地图没有类别之处；它们计入面积，但不计入总体精度。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/assess_sample.py"/>
        <source>Fewer than 20 points lie on {thin}: their intervals are rough.</source>
        <translation>以下类别上的点少于 20 个：{thin}；其区间较粗略。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/band_importance.py"/>
        <source>Fewer than two blocks of the imagery hold labels, so no band can be shuffled between them. Choose smaller blocks, or labels of a larger area.</source>
        <translation>影像中含有标签的分块少于两个，因此无法在分块之间置换波段。请选择更小的分块，或更大区域的标签。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/band_importance.py"/>
        <source>Band importance takes polygons or a label raster, not points.</source>
        <translation>波段重要性需要多边形或标签栅格，而不是点。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/compare.py"/>
        <source>There is nothing to compare. Choose recipes, models to train, or model files.</source>
        <translation>没有可比较的内容。请选择方案、要训练的模型或模型文件。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/compare.py"/>
        <source>Model files alone don't say which labels they never saw. Let at least one recipe be trained besides: its split decides what is measured on; or assess each map with labels that no model has seen.</source>
        <translation>仅凭模型文件不知道它们从未见过哪些标签。请另外训练至少一个方案：其划分决定在何处测量；或用任何模型都未见过的标签评估每幅地图。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/compare.py"/>
        <source>The labels can't be split, so nothing is left to measure on. Draw polygons in more places, or choose smaller blocks.</source>
        <translation>标签无法划分，因此没有剩余可供测量。请在更多地方绘制多边形，或选择更小的分块。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/compare.py"/>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/compare_models.py"/>
        <source>What these models learned from isn't known any more: their trainings are gone.</source>
        <translation>已不知道这些模型从什么学习：它们的训练已不存在。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/compare_models.py"/>
        <source>Every labelled pixel has trained one of these models. Draw a few polygons in new places: they will compare them, and the next training learns from part of them.</source>
        <translation>每个有标签的像元都训练过其中一个模型。请在新地点绘制几个多边形：它们将用于比较模型，下一次训练会从其中一部分学习。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/compare_models.py"/>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/draw_sample.py"/>
        <source>The two maps don't differ anywhere that both have a class: nothing is to be told.</source>
        <translation>两幅地图在都有类别之处没有任何不同：没有可判断的内容。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/draw_sample.py"/>
        <source>There is no second map.</source>
        <translation>没有第二幅地图。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/draw_sample.py"/>
        <source>Drawing a sample</source>
        <translation>正在抽取样本</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/draw_sample.py"/>
        <source>Class “{name}” has too few pixels on the map ({size}): no point.</source>
        <translation>类别“{name}”在地图上的像元太少（{size} 个）：没有分到点。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/next_tiles.py"/>
        <source>Learning a second model</source>
        <translation>正在学习第二个模型</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/next_tiles.py"/>
        <source>The map has other pixels than the imagery. Choose the imagery that it was made from.</source>
        <translation>地图与影像的像元不同。请选择生成该地图所用的影像。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/next_tiles.py"/>
        <source>Looking at the tiles</source>
        <translation>正在查看图块</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/next_tiles.py"/>
        <source>“{prediction}” has no tile with classes to look at.</source>
        <translation>“{prediction}”没有含类别的图块可供查看。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/report.py"/>
        <source>Writing the report</source>
        <translation>正在写报告</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/report.py"/>
        <source>Drawing maps</source>
        <translation>正在绘制地图</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/report.py"/>
        <source>Drawing figures</source>
        <translation>正在绘制图表</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/report.py"/>
        <source>No model of “{comparison}” was measured, so there is nothing to report.</source>
        <translation>“{comparison}”中没有测量过的模型，因此没有可报告的内容。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/report.py"/>
        <source>There is no comparison in “{file}”. Compare models first.</source>
        <translation>“{file}”中没有比较结果。请先比较模型。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/saliency.py"/>
        <source>“{model}” is no network that was trained here, so it has no gradients. Choose a network; of other models the importance of the bands can be told.</source>
        <translation>“{model}”不是在此训练的网络，因此没有梯度。请选择网络；对其他模型可以给出波段重要性。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/saliency.py"/>
        <source>The imagery has no data in the extent. Choose another one.</source>
        <translation>影像在该范围内没有数据。请另选范围。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/saliency.py"/>
        <source>“{name}” is a committee. Gradients are those of its network; classifiers have none, so what is shown is what the network alone finds. The importance of the bands tells of the whole committee.</source>
        <translation>“{name}”是一个委员会。梯度来自其中的网络；分类器没有梯度，因此这里显示的只是网络单独找到的内容。“波段重要性”则反映整个委员会。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/saliency.py"/>
        <source>The extent has {width} × {height} px; gradients of a tile are kept in memory, so at most {most_px} × {most_px} can be looked at. Choose a smaller one.</source>
        <translation>该范围有 {width} × {height} px；图块的梯度保存在内存中，因此最多可查看 {most_px} × {most_px}。请选择更小的范围。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/saliency.py"/>
        <source>The model knows no class “{class_name}”. It knows: {names}.</source>
        <translation>模型没有类别“{class_name}”。它有：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/saliency.py"/>
        <source>The model finds no “{class_name}” in the extent. It finds: {listed}. Choose one of these, or another extent.</source>
        <translation>模型在该范围内没有找到“{class_name}”。它找到：{listed}。请选择其中一个，或另选范围。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/assessment/saliency.py"/>
        <source>Following gradients</source>
        <translation>正在计算梯度</translation>
    </message>
    <message>
        <location filename="../../core/jobs/correction/regions.py"/>
        <source>Indexing regions</source>
        <translation>正在为区域建立索引</translation>
    </message>
    <message>
        <location filename="../../core/jobs/evaluate.py"/>
        <source>The labels hold one class alone, “{name}”. How much of the map is wrongly that class can't be told, only how much of it was found (recall). Give polygons of other classes, or a labelled area.</source>
        <translation>标签只含一个类别“{name}”。无法判断地图中有多少被误判为该类别，只能知道找到了多少（召回率）。请给出其他类别的多边形，或标注区域。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/evaluate.py"/>
        <source>Probabilities are assessed with polygons or a raster, not with points.</source>
        <translation>评估概率需要多边形或栅格，而不是点。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/evaluate.py"/>
        <source>Measuring distances</source>
        <translation>正在测量距离</translation>
    </message>
    <message>
        <location filename="../../core/jobs/evaluate.py"/>
        <source>“{probabilities}” doesn't hold the probabilities of “{prediction}”: its size, place or bands differ. Predict again with probabilities, and choose both files of that run.</source>
        <translation>“{probabilities}”不是“{prediction}”的概率：其大小、位置或波段不同。请重新带概率预测，并选择同一次预测的两个文件。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/export_onnx.py"/>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/export_onnx.py"/>
        <source>Converting the network</source>
        <translation>正在转换网络</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/export_onnx.py"/>
        <source>An ONNX file's name ends with {suffix}; “{name}” doesn't.</source>
        <translation>ONNX 文件的名称以 {suffix} 结尾；“{name}”不是。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/export_onnx.py"/>
        <source>The file holds the network alone: a program that reads it can’t tell on which scenes the random forest beside it takes part.</source>
        <translation>该文件只包含网络：读取它的程序无法判断随机森林应在哪些影像上参与。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/export_tiles.py"/>
        <source>The folder “{folder}” isn't empty. Choose a new one for the tiles.</source>
        <translation>文件夹“{folder}”不是空的。请为图块选择新文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/export_tiles.py"/>
        <source>Putting the tiles in place</source>
        <translation>正在放置图块</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/export_tiles.py"/>
        <source>Tiles overlap, so training tiles share pixels with those held back: measures flatter.</source>
        <translation>图块相互重叠，因此训练图块与留出的图块共用像元：指标偏高。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/import_model.py"/>
        <source>Reading the model</source>
        <translation>正在读取模型</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/import_model.py"/>
        <source>A model file's name ends with {suffix}; “{name}” doesn't.</source>
        <translation>模型文件的名称以 {suffix} 结尾；“{name}”不是。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/import_model.py"/>
        <source>“{name}” is a file that can run code when it is read, so it isn't opened. Export the model as ONNX where it comes from, and import that.</source>
        <translation>“{name}”是读取时可能运行代码的文件，因此不打开。请在其来源处将模型导出为 ONNX，再导入它。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/import_tiles.py"/>
        <source>There is no folder “{source}”. Choose the data set's folder.</source>
        <translation>没有文件夹“{source}”。请选择数据集的文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/import_tiles.py"/>
        <source>The folder “{target}” isn't empty. Choose a new one for the labels.</source>
        <translation>文件夹“{target}”不是空的。请为标签选择新文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/import_tiles.py"/>
        <source>“{source}” holds no images, neither in train, valid and test nor in itself.</source>
        <translation>“{source}”中没有影像，train、valid、test 中和其自身中都没有。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/import_tiles.py"/>
        <source>{image_count} images of {part} have no labels and are left out.</source>
        <translation>{part} 中有 {image_count} 幅影像没有标签，已略去。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/import_tiles.py"/>
        <source>No image of {part} has labels by its name. Check the names of images and labels.</source>
        <translation>{part} 中没有影像有同名的标签。请检查影像和标签的名称。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/import_tiles.py"/>
        <source>Reading {part}</source>
        <translation>正在读取 {part}</translation>
    </message>
    <message>
        <location filename="../../core/jobs/interchange/import_tiles.py"/>
        <source>The tile “{image}” can't be read: {error}.</source>
        <translation>无法读取图块“{image}”：{error}。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/labels/check_labels.py"/>
        <source>Looking at the polygons</source>
        <translation>正在查看多边形</translation>
    </message>
    <message>
        <location filename="../../core/jobs/labels/check_labels.py"/>
        <source>Counting the classes</source>
        <translation>正在统计类别</translation>
    </message>
    <message>
        <location filename="../../core/jobs/labels/check_labels.py"/>
        <source>“{labels}” holds no polygons. Choose a polygon layer to check.</source>
        <translation>“{labels}”不含多边形。请选择要检查的多边形图层。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/labels/check_labels.py"/>
        <source>Class “{name}” has no pixel, so it can't be learnt.</source>
        <translation>类别“{name}”没有像元，因此无法学习。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/labels/check_labels.py"/>
        <source>“{common}” has {ratio:.0f} times the pixels of “{rare}”. Draw more of “{rare}”.</source>
        <translation>“{common}”的像元数是“{rare}”的 {ratio:.0f} 倍。请多绘制一些“{rare}”。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/labels/rasterise.py"/>
        <source>Reading the labels</source>
        <translation>正在读取标签</translation>
    </message>
    <message>
        <location filename="../../core/jobs/labels/rasterise.py"/>
        <source>Rasterising the labels</source>
        <translation>正在栅格化标签</translation>
    </message>
    <message>
        <location filename="../../core/jobs/labels/split_labels.py"/>
        <source>Splitting the labels</source>
        <translation>正在划分标签</translation>
    </message>
    <message>
        <location filename="../../core/jobs/predict.py"/>
        <source>“{name}” sees the imagery at its own pixel size, {pixel_size_m:.3g} m; so is the map.</source>
        <translation>“{name}”以其自身的像元大小 {pixel_size_m:.3g} m 查看影像；地图也如此。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/predict.py"/>
        <source>“{name}” is drawn where its probability is at least {at:.3g}, as the model remembers it.</source>
        <translation>“{name}”在其概率不低于 {at:.3g} 处绘制，这是模型所记住的阈值。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/predict.py"/>
        <source>Choosing tiles and engine</source>
        <translation>正在选择图块和引擎</translation>
    </message>
    <message>
        <location filename="../../core/jobs/predict.py"/>
        <source>Writing the prediction</source>
        <translation>正在写入预测</translation>
    </message>
    <message>
        <location filename="../../core/jobs/predict.py"/>
        <source>A prediction is written as GeoTIFF: give a name that ends with {suffix}, not “{name}”.</source>
        <translation>预测以 GeoTIFF 写出：请给出以 {suffix} 结尾的名称，而不是“{name}”。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/predict.py"/>
        <source>{error} Going on with tiles of {largest} px.</source>
        <translation>{error} 改用 {largest} px 的图块继续。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/preparation/prepare_layer.py"/>
        <source>{title} needs points. Give a file with points and the field that holds their values.</source>
        <translation>{title} 需要点。请给出点文件以及存有数值的字段。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/preparation/save_stack.py"/>
        <source>A stack is saved as a virtual raster: give a name that ends with {suffix}, not “{name}”.</source>
        <translation>叠加影像保存为虚拟栅格：请给出以 {suffix} 结尾的名称，而不是“{name}”。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/preparation/table_log_ratios.py"/>
        <source>Reading the points</source>
        <translation>正在读取点</translation>
    </message>
    <message>
        <location filename="../../core/jobs/preparation/table_log_ratios.py"/>
        <source>Taking log-ratios</source>
        <translation>正在取对数比</translation>
    </message>
    <message>
        <location filename="../../core/jobs/preparation/table_log_ratios.py"/>
        <source>No point of “{layer}” has a number in every one of {fields}. Choose other fields or points.</source>
        <translation>“{layer}”没有任何点在 {fields} 中都有数值。请选择其他字段或点。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/preparation/table_log_ratios.py"/>
        <source>“{layer}”: 1 point lacks a part and gets no log-ratio.</source>
        <translation>“{layer}”：1 个点缺少某个组分，没有得到对数比。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/preparation/table_log_ratios.py"/>
        <source>“{layer}”: {count} points lack a part and get no log-ratio.</source>
        <translation>“{layer}”：{count} 个点缺少某个组分，没有对数比。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/sample.py"/>
        <source>Making the sample scene</source>
        <translation>正在生成样例场景</translation>
    </message>
    <message>
        <location filename="../../core/jobs/specs.py"/>
        <source>kind of job</source>
        <translation>任务类型</translation>
    </message>
    <message>
        <location filename="../../core/jobs/threshold.py"/>
        <source>The map is written, but the model can't remember the threshold: {reason}</source>
        <translation>地图已写入，但模型无法记住该阈值：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/jobs/training/resume.py"/>
        <source>There is no run in “{run_folder}”. Choose the folder of a training run.</source>
        <translation>“{run_folder}”中没有训练。请选择训练的文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/training/resume.py"/>
        <source>The run in “{run_folder}” isn't a training; it can't be resumed.</source>
        <translation>“{run_folder}”中的运行不是训练；无法恢复。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/training/resume.py"/>
        <source>The run in “{run_folder}” is finished. Its model is “{model_file}”.</source>
        <translation>“{run_folder}”中的训练已完成。其模型为“{model_file}”。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/training/resume.py"/>
        <source>No epoch of the run in “{run_folder}” is done yet. Resume it, or discard it.</source>
        <translation>“{run_folder}”中的训练尚未完成任何一轮。请恢复或丢弃它。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/training/train.py"/>
        <source>There is nothing to train on. Give imagery and labels.</source>
        <translation>没有可供训练的内容。请给出影像和标签。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/training/train.py"/>
        <source>The model file must end with {suffix}: “{model_file}”.</source>
        <translation>模型文件必须以 {suffix} 结尾：“{model_file}”。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/training/train.py"/>
        <source>Looking for pretrained weights</source>
        <translation>正在查找预训练权重</translation>
    </message>
    <message>
        <location filename="../../core/jobs/training/train.py"/>
        <source>A {model} is trained by one process. Start it without torchrun.</source>
        <translation>{model} 由一个进程训练。请不要用 torchrun 启动。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/training/train.py"/>
        <source>Writing the model</source>
        <translation>正在写入模型</translation>
    </message>
    <message>
        <location filename="../../core/jobs/training/train.py"/>
        <source>“{image}” has one pixel only; there is nothing to learn from.</source>
        <translation>“{image}”只有一个像元；没有可学习的内容。</translation>
    </message>
    <message>
        <location filename="../../core/jobs/worker.py"/>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export.py"/>
        <source>PNG holds one or three bands, not {stack_name_count}. Choose the bands, or GeoTIFF.</source>
        <translation>PNG 含一个或三个波段，而不是 {stack_name_count} 个。请选择波段，或 GeoTIFF。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export.py"/>
        <source>No tile is left. Choose smaller tiles, fewer labels, or more pixels without data.</source>
        <translation>没有剩余图块。请选择更小的图块、更少的标签，或更多无数据像元。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export.py"/>
        <source>{count} tiles are too few to hold some back. Choose smaller tiles, or smaller shares.</source>
        <translation>{count} 个图块太少，无法留出一部分。请选择更小的图块，或更小的比例。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export.py"/>
        <source>Writing tiles</source>
        <translation>正在写入图块</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export.py"/>
        <source>Choosing tiles</source>
        <translation>正在选择图块</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>“{part}” has no labels: no folder “masks”, no “annotations.json” (COCO), and no folder “labels” (YOLO).</source>
        <translation>“{part}”没有标签：没有文件夹“masks”，没有“annotations.json”（COCO），也没有文件夹“labels”（YOLO）。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>The masks hold no labelled pixel.</source>
        <translation>掩膜中没有标签像元。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>The mask “{file}” has several bands that differ, as a picture of colours has. A mask has one band, with a whole number for each class.</source>
        <translation>掩膜“{file}”有多个互不相同的波段，如同彩色图片。掩膜只有一个波段，每个类别为一个整数。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>The mask “{file}” has {columns}×{rows} px, its image hasn't.</source>
        <translation>掩膜“{file}”为 {columns}×{rows} px，其影像不是。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>Nothing names the classes of “{folder}”. Give them by hand, in their order.</source>
        <translation>没有指明“{folder}”的类别名称。请按顺序手动给出。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>The mask “{file}” can't be read: {error}.</source>
        <translation>无法读取掩膜“{file}”：{error}。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>The mask “{file}” holds {values_dtype} values; classes are whole numbers to 255.</source>
        <translation>掩膜“{file}”含有 {values_dtype} 值；类别是不超过 255 的整数。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>The masks in “{root}” hold {value_count} values ({values}), but {name_count} classes are named. Name one for each value, in this order.</source>
        <translation>“{root}”中的掩膜含有 {value_count} 个值（{values}），但命名了 {name_count} 个类别。请按此顺序为每个值命名。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>“{file}” isn't a COCO file ({kind}: {error}).</source>
        <translation>“{file}”不是 COCO 文件（{kind}：{error}）。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>{count} objects of “{file}” are left out: it doesn't list their image or category.</source>
        <translation>“{file}”中的 {count} 个对象被略去：文件没有列出它们的图像或类别。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>{count} objects of “{file}” are left out: they have no outline.</source>
        <translation>“{file}”中的 {count} 个对象被略去：它们没有轮廓。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>A run-length mask has {inside_shape} rows and columns, its image {shape}.</source>
        <translation>游程编码掩膜有 {inside_shape} 行和列，其影像有 {shape}。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_labels.py"/>
        <source>Line {number} of “{file}” isn't a YOLO object: “{line}” ({error}).</source>
        <translation>“{file}”的第 {number} 行不是 YOLO 对象：“{line}”（{error}）。</translation>
    </message>
    <message>
        <location filename="../../core/labels/few_pixels.py"/>
        <source>Fewer than {few_pixels} pixels are labelled of {classes}: what is held back of so few tells little. Draw more.</source>
        <translation>{classes}的已标注像元少于 {few_pixels} 个：从这么少的像元中留出的部分说明不了多少。请多绘制一些。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_index.py"/>
        <source>There is no labelled pixel to draw tiles from. Draw more polygons or hold back fewer.</source>
        <translation>没有标签像元可供抽取图块。请绘制更多多边形，或减少留出。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>“{name}” has no polygons to learn from.</source>
        <translation>“{name}”没有可供学习的多边形。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>“{layer}”: {polygons} without a class left out.</source>
        <translation>“{layer}”：{polygons}没有类别，已略去。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>“{layer}”: {polygons} left out that are empty or no polygons.</source>
        <translation>“{layer}”：{polygons}为空或不是多边形，已略去。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>“{layer}”: {polygons} left out with vertices that have no place in the imagery's coordinate system.</source>
        <translation>“{layer}”：{polygons}的顶点在影像的坐标参照系中没有位置，已略去。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>“{layer}”: {polygons} left out that cross themselves thousands of times. Draw them anew, or simplify them.</source>
        <translation>“{layer}”：{polygons}自相交数千次，已略去。请重新绘制或简化它们。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>“{layer}”: {polygons} with crossing edges repaired; look at them if classes come out odd.</source>
        <translation>“{layer}”：{polygons}边界交叉，已修复；如果类别结果异常，请查看它们。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>“{layer}”: {polygons} outside the imagery left out.</source>
        <translation>“{layer}”：{polygons}位于影像之外，已略去。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>“{layer}”: {polygons} outside the extent left out.</source>
        <translation>“{layer}”：{polygons}位于范围之外，已略去。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>The polygons of “{name}” miss the extent: they cover {polygons}, the extent {bounds}, both in {crs}. Choose an extent over polygons, or check the two coordinate systems.</source>
        <translation>“{name}”的多边形不在该范围内：多边形覆盖 {polygons}，范围为 {bounds}，均以 {crs} 表示。请选择多边形上的范围，或检查两者的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>The polygons of “{name}” miss the imagery: they cover {polygons}, the imagery {bounds}, both in {crs}. Choose polygons over the imagery, or check the two coordinate systems.</source>
        <translation>“{name}”的多边形不在影像上：多边形覆盖 {polygons}，影像为 {bounds}，均以 {crs} 表示。请选择影像上的多边形，或检查两者的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>The polygons of “{name}” miss the imagery. Check both coordinate systems.</source>
        <translation>“{name}”的多边形不在影像上。请检查两者的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>1 polygon</source>
        <translation>1 个多边形</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>{count} polygons</source>
        <translation>{count} 个多边形</translation>
    </message>
    <message>
        <location filename="../../core/labels/label_layer.py"/>
        <source>Draw some first.</source>
        <translation>请先绘制一些。</translation>
    </message>
    <message>
        <location filename="../../core/labels/legend.py"/>
        <source>There is no class “{name}”. The classes are: {names}.</source>
        <translation>没有类别“{name}”。类别有：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/labels/legend.py"/>
        <source>{name_count} classes are too many: at most {most_classes} fit. Choose another class field.</source>
        <translation>{name_count} 个类别太多：最多 {most_classes} 个。请选择另一个类别字段。</translation>
    </message>
    <message>
        <location filename="../../core/labels/legend.py"/>
        <source>A class is named twice: {names}.</source>
        <translation>有类别重名：{names}。</translation>
    </message>
    <message>
        <location filename="../../core/labels/legend.py"/>
        <source>Class ids must run from 1 without gaps.</source>
        <translation>类别编号必须从 1 起连续。</translation>
    </message>
    <message>
        <location filename="../../core/labels/legend.py"/>
        <source>“{colour}” isn't a colour of class “{name}”. Write it as #rrggbb.</source>
        <translation>“{colour}”不是类别“{name}”的颜色。请写成 #rrggbb。</translation>
    </message>
    <message>
        <location filename="../../core/labels/names/class_names.py"/>
        <source>The attribute table “{table}” can't be read: {error}. Remove or mend it.</source>
        <translation>无法读取属性表“{table}”：{error}。请删除或修复它。</translation>
    </message>
    <message>
        <location filename="../../core/labels/names/spelling.py"/>
        <source>{names} differ only in how they are written, and are taken for {count} classes. If they are one, give all of it one name in the class field.</source>
        <translation>{names}仅写法不同，被当作 {count} 个类别。如果它们是同一类，请在类别字段中统一为一个名称。</translation>
    </message>
    <message>
        <location filename="../../core/labels/names/value_names.py"/>
        <source>The attribute table of “{path}” has no column “{column}”. Choose the one that holds the class (it has: {listed}).</source>
        <translation>“{path}”的属性表没有列“{column}”。请选择存放类别的列（有：{listed}）。</translation>
    </message>
    <message>
        <location filename="../../core/labels/point_layer.py"/>
        <source>No point of “{layer}” that has a class lies on the raster.</source>
        <translation>“{layer}”中没有带类别的点位于栅格上。</translation>
    </message>
    <message>
        <location filename="../../core/labels/point_layer.py"/>
        <source>Choose points over it, or check the two coordinate systems.</source>
        <translation>请选择栅格上的点，或检查两者的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../core/labels/point_layer.py"/>
        <source>1 point</source>
        <translation>1 个点</translation>
    </message>
    <message>
        <location filename="../../core/labels/point_layer.py"/>
        <source>{count} points</source>
        <translation>{count} 个点</translation>
    </message>
    <message>
        <location filename="../../core/labels/point_layer.py"/>
        <source>“{layer}”: {points} without a class left out.</source>
        <translation>“{layer}”：{points}没有类别，已略去。</translation>
    </message>
    <message>
        <location filename="../../core/labels/point_layer.py"/>
        <source>“{layer}”: {points} outside the raster left out.</source>
        <translation>“{layer}”：{points}位于栅格之外，已略去。</translation>
    </message>
    <message>
        <location filename="../../core/labels/problems.py"/>
        <source>It is {width:.2f} pixels wide on average. Draw it wider, or count every pixel that a polygon touches.</source>
        <translation>它平均宽 {width:.2f} 个像元。请画宽一些，或计入多边形触及的每个像元。</translation>
    </message>
    <message>
        <location filename="../../core/labels/problems.py"/>
        <source>{names} differ only in how they are written. If they are one class, give both one name.</source>
        <translation>{names}仅写法不同。如果它们是同一类，请统一为一个名称。</translation>
    </message>
    <message>
        <location filename="../../core/labels/problems.py"/>
        <source>It is not a valid polygon ({reason}); it is repaired for use.</source>
        <translation>它不是有效的多边形（{reason}）；使用时会修复。</translation>
    </message>
    <message>
        <location filename="../../core/labels/problems.py"/>
        <source>“{one}” and “{other}” share {area:.1f} pixels; there the one drawn last counts.</source>
        <translation>“{one}”与“{other}”共有 {area:.1f} 个像元；该处以最后绘制的为准。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/correction_source.py"/>
        <source>The corrections “{session}” are not there. Choose the file again, or put it back.</source>
        <translation>修正“{session}”不存在。请重新选择文件，或将其放回。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/correction_source.py"/>
        <source>“{session}” holds no corrections. Choose the file of a correction session (.gpkg).</source>
        <translation>“{session}”不含修正。请选择修正会话的文件（.gpkg）。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/correction_source.py"/>
        <source>The corrections “{session}” lie outside the imagery. Choose those of a map of it.</source>
        <translation>修正“{session}”位于影像之外。请选择其地图的修正。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/correction_source.py"/>
        <source>Corrections to {listed} left out: the legend has no such class.</source>
        <translation>对 {listed} 的修正已略去：图例中没有此类别。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_raster.py"/>
        <source>Draw polygons of at least two classes, or give a labelled area: what else lies inside it is background.</source>
        <translation>请绘制至少两个类别的多边形，或给出标注区域：其中的其他部分为背景。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_raster.py"/>
        <source>The labels “{labels}” cover no pixel's centre. {advice}</source>
        <translation>标签“{labels}”没有覆盖任何像元的中心。{advice}</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_raster.py"/>
        <source>There are {name_count} classes; at most {most_classes} fit. Choose a field that holds the class, not one that differs for every polygon.</source>
        <translation>有 {name_count} 个类别；最多 {most_classes} 个。请选择存放类别的字段，而不是每个多边形都不同的字段。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_raster.py"/>
        <source>There is only one class with pixels, “{name}”.</source>
        <translation>只有一个类别有像元：“{name}”。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_raster.py"/>
        <source>No class has a pixel.</source>
        <translation>没有类别有像元。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_raster.py"/>
        <source>Draw larger ones.</source>
        <translation>请绘制更大的多边形。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_raster.py"/>
        <source>Draw larger ones, or count every pixel that a polygon touches.</source>
        <translation>请绘制更大的多边形，或计入多边形触及的每个像元。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_raster.py"/>
        <source>The labels “{labels}” cover no pixel's centre within the extent. {advice}</source>
        <translation>标签“{labels}”在该范围内没有覆盖任何像元的中心。{advice}</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_raster.py"/>
        <source>Class “{name}” has no pixel: its polygons are too small or covered by later ones. {advice}</source>
        <translation>类别“{name}”没有像元：其多边形太小，或被后来的多边形覆盖。{advice}</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_source.py"/>
        <source>The labels have none of the classes {names}; they have: {names_2}. Choose the field that holds the class.</source>
        <translation>标签中没有类别 {names} 中的任何一个；有：{names_2}。请选择存放类别的字段。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/label_source.py"/>
        <source>Labels of {listed} left out: the legend has only {names}.</source>
        <translation>{listed} 的标签已略去：图例只有 {names}。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/point_source.py"/>
        <source>No point of “{labels}” lies within the extent. Choose an extent over points.</source>
        <translation>“{labels}”中没有点位于范围内。请选择覆盖点的范围。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/point_source.py"/>
        <source>1 pixel</source>
        <translation>1 个像元</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/point_source.py"/>
        <source>{count} pixels</source>
        <translation>{count} 个像元</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/point_source.py"/>
        <source>Points of more than one class in {pixels}; there the last one counts.</source>
        <translation>有 {pixels}中的点属于不止一个类别；以最后一个为准。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/polygon_source.py"/>
        <source>1 polygon overlaps one of another class; there the one drawn last counts.</source>
        <translation>1 个多边形与另一类别的多边形重叠；重叠处以最后绘制的为准。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/polygon_source.py"/>
        <source>{count} polygons overlap polygons of another class; there the one drawn last counts.</source>
        <translation>{count} 个多边形与其他类别的多边形重叠；重叠处以最后绘制的为准。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/raster_source.py"/>
        <source>The label raster “{path}” has no labelled pixel over the imagery.</source>
        <translation>标签栅格“{path}”在影像上没有标签像元。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/review_source.py"/>
        <source>The reviews “{path}” are not there. Choose the file again, or put it back.</source>
        <translation>复查记录“{path}”不存在。请重新选择文件，或将其放回。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/review_source.py"/>
        <source>“{path}” holds neither reviews nor an accuracy sample. Choose a file that Outcrop keeps them in (.gpkg).</source>
        <translation>“{path}”既不含复查记录，也不含精度样本。请选择 Outcrop 保存它们的文件（.gpkg）。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/review_source.py"/>
        <source>The map “{prediction}” that was reviewed is gone, so what was found right on it is no longer known. Put it back, or beside “{path}”.</source>
        <translation>被复查的地图“{prediction}”已不存在，因此不再知道其上哪些被判为正确。请将其放回，或放到“{path}”旁边。</translation>
    </message>
    <message>
        <location filename="../../core/labels/sources/sources.py"/>
        <source>The scene of “{image}” has no labels. Choose polygons, points, a label raster or corrections for it.</source>
        <translation>“{image}”所属的影像没有标签。请为其选择多边形、点、标签栅格或修正。</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/kept.py"/>
        <source>Spatial blocks of {side} px, {gap} px between parts unused, those of the training before kept</source>
        <translation>{side} px 的空间分块，各部分之间 {gap} px 不使用，保留上次训练的分块</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/kept.py"/>
        <source>Whole polygons, {gap} px between parts unused, those of the training before kept</source>
        <translation>整个多边形，各部分之间 {gap} px 不使用，保留上次训练的多边形</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/kept.py"/>
        <source>the labels are no polygons</source>
        <translation>标签不是多边形</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/kinds.py"/>
        <source>a split by blocks</source>
        <translation>按分块划分</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/kinds.py"/>
        <source>a split by polygons</source>
        <translation>按多边形划分</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/kinds.py"/>
        <source>a split by scenes</source>
        <translation>按场景划分</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/kinds.py"/>
        <source>a split into random tiles</source>
        <translation>划分为随机图块</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/kinds.py"/>
        <source>training without validation</source>
        <translation>不做验证的训练</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split.py"/>
        <source>{sentence}: {shares} of the labelled pixels used (seed {seed}).</source>
        <translation>{sentence}：所用标签像元的 {shares}（随机种子 {seed}）。</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split.py"/>
        <source>With these labels {asked} isn't possible: {why}. Taken instead: {done}. Draw polygons in more places to change that.</source>
        <translation>这些标签无法采用“{asked}”：{why}。改用：{done}。要改变这一点，请在更多地方绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split.py"/>
        <source>The gap of {gap_px} px between parts leaves {share:.0f} % of the labelled pixels unused. A narrower one leaves fewer.</source>
        <translation>各部分之间 {gap_px} px 的间隔使 {share:.0f} % 的标签像元未被使用。更窄的间隔会更少。</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split.py"/>
        <source>Nothing was held back: measures are of the training pixels themselves.</source>
        <translation>没有留出：指标来自训练像元本身。</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split.py"/>
        <source>{sentence} (seed {seed}) – leaks: for reproduction only.</source>
        <translation>{sentence}（随机种子 {seed}）——有泄漏：仅用于复现。</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split.py"/>
        <source>the {part} part would be empty</source>
        <translation>{part}部分将为空</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split.py"/>
        <source>Random tiles share pixels between training and validation: measures come out too good.</source>
        <translation>随机图块使训练与验证共用像元：指标会偏高。</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split.py"/>
        <source>Scenes overlap on the ground, so a place can train in one and validate in another.</source>
        <translation>影像在地面上重叠，因此同一地点可能在一景中用于训练而在另一景中用于验证。</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>Whole polygons, {gap} px between parts unused</source>
        <translation>整个多边形，各部分之间 {gap} px 不使用</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>Random tiles of {tile} px at a stride of {stride} px, which overlap between parts</source>
        <translation>{tile} px 的随机图块，步距 {stride} px，各部分之间重叠</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>Nothing held back</source>
        <translation>没有留出</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>Spatial blocks of {side} px, as near to what trains as the rest of the scene is to labels</source>
        <translation>{side} px 的空间分块，到训练标签的距离与影像其余部分到标签的距离相当</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>Spatial blocks of {side_px} px, {gap} px between parts unused</source>
        <translation>{side_px} px 的空间分块，各部分之间 {gap} px 不使用</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>there is only one scene</source>
        <translation>只有一景影像</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>Whole scenes</source>
        <translation>整景影像</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>there are only {pool_count} tiles with labels</source>
        <translation>只有 {pool_count} 个图块含有标签</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>all labels lie in one block of {side} px</source>
        <translation>所有标签都位于一个 {side} 像元的分块内</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>all labels lie in one block</source>
        <translation>所有标签都位于一个分块内</translation>
    </message>
    <message>
        <location filename="../../core/labels/splitting/split_plan.py"/>
        <source>there are not two polygons</source>
        <translation>没有两个多边形</translation>
    </message>
    <message>
        <location filename="../../core/labels/value_raster.py"/>
        <source>The label raster “{path}” misses the imagery: it covers {bounds}, the imagery {imagery}. Choose labels over the imagery, or check the two coordinate systems.</source>
        <translation>标签栅格“{path}”与影像没有重叠：它覆盖 {bounds}，影像为 {imagery}。请选择影像上的标签，或检查两者的坐标系。</translation>
    </message>
    <message>
        <location filename="../../core/labels/value_raster.py"/>
        <source>“{path}” holds more than {most_classes} different values, too many for classes. Choose a raster whose values are classes, not measurements.</source>
        <translation>“{path}”含有超过 {most_classes} 个不同的值，作为类别太多。请选择值为类别而不是测量值的栅格。</translation>
    </message>
    <message>
        <location filename="../../core/labels/value_raster.py"/>
        <source>The label raster “{path}” can't be brought to the imagery's coordinate system: {error}. Give both the same one.</source>
        <translation>无法将标签栅格“{path}”转换到影像的坐标参照系：{error}。请使两者相同。</translation>
    </message>
    <message>
        <location filename="../../core/labels/value_raster.py"/>
        <source>“{path}” has {count} bands; only the first one is read as classes.</source>
        <translation>“{path}”有 {count} 个波段；只将第一个读作类别。</translation>
    </message>
    <message>
        <location filename="../../core/live/sketcher.py"/>
        <source>The imagery has no data in this view. Move the map to where it has.</source>
        <translation>影像在此视图中没有数据。请将地图移到有数据之处。</translation>
    </message>
    <message>
        <location filename="../../core/live/sketcher.py"/>
        <source>“{image}” has no overviews, and so large a part of it takes long to read. Zoom in, or build overviews (Raster ▸ Miscellaneous ▸ Build Overviews).</source>
        <translation>“{image}”没有金字塔，读取这么大的部分需要很久。请放大，或建立金字塔（栅格 ▸ 杂项 ▸ 建立金字塔）。</translation>
    </message>
    <message>
        <location filename="../../core/live/sketcher.py"/>
        <source>No view was looked at yet.</source>
        <translation>尚未查看任何视图。</translation>
    </message>
    <message>
        <location filename="../../core/live/sketcher.py"/>
        <source>The live map needs polygons of two classes. Draw one of another class.</source>
        <translation>实时地图需要两个类别的多边形。请再绘制一个其他类别的多边形。</translation>
    </message>
    <message>
        <location filename="../../core/model/base_model.py"/>
        <source>“{name}” was imported from ONNX: it predicts, but it can't be trained further. Start from scratch.</source>
        <translation>“{name}”从 ONNX 导入：它可以预测，但不能继续训练。请从头开始。</translation>
    </message>
    <message>
        <location filename="../../core/model/base_model.py"/>
        <source>“{model}” learns everything anew: there is nothing to take over from “{name}”. Start from scratch.</source>
        <translation>“{model}”总是从头学习：从“{name}”没有可沿用的东西。请从头开始。</translation>
    </message>
    <message>
        <location filename="../../core/model/base_model.py"/>
        <source>“{name}” is of the model “{own}”; no “{model}” can start from it. Choose the model “{own}”, or start from scratch.</source>
        <translation>“{name}”的模型是“{own}”；“{model}”不能从它开始。请选择模型“{own}”，或从头开始。</translation>
    </message>
    <message>
        <location filename="../../core/model/base_model.py"/>
        <source>“{name}” was trained on {bands}, the imagery has {bands_2}. Choose the same bands in the same order.</source>
        <translation>“{name}”用 {bands} 训练，影像有 {bands_2}。请以相同顺序选择相同波段。</translation>
    </message>
    <message>
        <location filename="../../core/model/card_file.py"/>
        <source>The model file was written by a newer version of Outcrop. Update the plugin.</source>
        <translation>该模型文件由更新版本的 Outcrop 写出。请更新插件。</translation>
    </message>
    <message>
        <location filename="../../core/model/card_file.py"/>
        <source>“{path}” holds weights but no model card: it wasn't written by Outcrop.</source>
        <translation>“{path}”含有权重但没有模型卡：它不是由 Outcrop 写出的。</translation>
    </message>
    <message>
        <location filename="../../core/model/card_file.py"/>
        <source>The model file “{path}” can't be read: {reason}. Choose it again, or put it back.</source>
        <translation>无法读取模型文件“{path}”：{reason}。请重新选择，或将其放回原处。</translation>
    </message>
    <message>
        <location filename="../../core/model/card_file.py"/>
        <source>The model file “{path}” is cut short: {length} bytes expected. Copy or train it again.</source>
        <translation>模型文件“{path}”不完整：应有 {length} 字节。请重新复制或训练。</translation>
    </message>
    <message>
        <location filename="../../core/model/card_file.py"/>
        <source>The model card in “{path}” is damaged ({error}). Train the model again or get a fresh copy.</source>
        <translation>“{path}”中的模型卡已损坏（{error}）。请重新训练模型，或获取新的副本。</translation>
    </message>
    <message>
        <location filename="../../core/model/card_file.py"/>
        <source>“{path}” isn't a model file. Choose a {suffix} file that Outcrop has written.</source>
        <translation>“{path}”不是模型文件。请选择由 Outcrop 写出的 {suffix} 文件。</translation>
    </message>
    <message>
        <location filename="../../core/model/catalogue.py"/>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../core/model/classifier_device.py"/>
        <source>The device “{name}” needs torch, which isn't installed. Choose auto or cpu.</source>
        <translation>设备“{name}”需要 torch，但未安装。请选择 auto 或 cpu。</translation>
    </message>
    <message>
        <location filename="../../core/model/companion.py"/>
        <source>The model file lacks the weights of one of its models. Train it again.</source>
        <translation>模型文件缺少其中一个模型的权重。请重新训练。</translation>
    </message>
    <message>
        <location filename="../../core/model/devices.py"/>
        <source>There is no device “{name}” on this machine. Choose auto or cpu.</source>
        <translation>此计算机上没有设备“{name}”。请选择 auto 或 cpu。</translation>
    </message>
    <message>
        <location filename="../../core/model/devices.py"/>
        <source>There is no device “{name}”: torch finds {device_count} CUDA devices. Choose auto or cpu.</source>
        <translation>没有设备“{name}”：torch 找到 {device_count} 个 CUDA 设备。请选择 auto 或 cpu。</translation>
    </message>
    <message>
        <location filename="../../core/model/graph.py"/>
        <source>The model card is damaged ({error}). Import the ONNX file again.</source>
        <translation>模型卡已损坏（{error}）。请重新导入 ONNX 文件。</translation>
    </message>
    <message>
        <location filename="../../core/model/graph.py"/>
        <source>Models from ONNX files need the package “onnxruntime” in the computing environment, which hasn't got it. Install it there (the list is requirements/engines.txt).</source>
        <translation>来自 ONNX 文件的模型需要计算环境中有软件包“onnxruntime”，但其中没有。请在那里安装（清单见 requirements/engines.txt）。</translation>
    </message>
    <message>
        <location filename="../../core/model/graph.py"/>
        <source>ONNX Runtime can't read “{name}” ({error}). Check that it is a whole ONNX file with its weights inside.</source>
        <translation>ONNX Runtime 无法读取“{name}”（{error}）。请检查它是否为内含权重的完整 ONNX 文件。</translation>
    </message>
    <message>
        <location filename="../../core/model/graph.py"/>
        <source>ONNX Runtime can't compute “{name}” on tiles of {rows}×{columns} px ({error}).</source>
        <translation>ONNX Runtime 无法在 {rows}×{columns} px 的图块上计算“{name}”（{error}）。</translation>
    </message>
    <message>
        <location filename="../../core/model/graph.py"/>
        <source>“{name}” took over {seconds:g} s for tiles of {rows}×{columns} px and was stopped. Choose smaller tiles, or another model.</source>
        <translation>“{name}”计算 {rows}×{columns} px 的图块超过 {seconds:g} s，已停止。请选择更小的图块，或另一个模型。</translation>
    </message>
    <message>
        <location filename="../../core/model/members.py"/>
        <source>The weights in “{path}” don't fit the model “{architecture}” of this version: {reason}. Train the model again, or use the version of Outcrop that wrote it.</source>
        <translation>“{path}”中的权重与此版本的模型“{architecture}”不符：{reason}。请重新训练模型，或使用写出它的 Outcrop 版本。</translation>
    </message>
    <message>
        <location filename="../../core/model/members.py"/>
        <source>There is no model. Choose at least one model file.</source>
        <translation>没有模型。请至少选择一个模型文件。</translation>
    </message>
    <message>
        <location filename="../../core/model/members.py"/>
        <source>“{path}” holds no ONNX graph. Import the ONNX file again.</source>
        <translation>“{path}”不含 ONNX 图。请重新导入 ONNX 文件。</translation>
    </message>
    <message>
        <location filename="../../core/model/members.py"/>
        <source>“{name}” knows the classes {names}, “{first_name}” knows {legend_names}. Only models with the same classes in the same order are averaged.</source>
        <translation>“{name}”的类别为 {names}，“{first_name}”的类别为 {legend_names}。只有类别及其顺序都相同的模型才能求平均。</translation>
    </message>
    <message>
        <location filename="../../core/model/model_file.py"/>
        <source>The weights in “{path}” are damaged ({error}). Train the model again or get a fresh copy.</source>
        <translation>“{path}”中的权重已损坏（{error}）。请重新训练模型，或获取新的副本。</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>at most {high:g}{unit}</source>
        <translation>最多 {high:g}{unit}</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>{values} isn't a list of parameters by name.</source>
        <translation>{values} 不是按名称列出的参数。</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>{lacking} is missing. Give it too.</source>
        <translation>缺少 {lacking}。请补上它。</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>{lacking} is missing. Give them too.</source>
        <translation>缺少 {lacking}。请补上它们。</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>{name} needs {inner_count} values, not {item_count}.</source>
        <translation>{name} 需要 {inner_count} 个值，而不是 {item_count} 个。</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>from {low:g} to {high:g}{unit}</source>
        <translation>从 {low:g} 到 {high:g}{unit}</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>at least {low:g}{unit}</source>
        <translation>至少 {low:g}{unit}</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>{name} = {value} is out of range: it must be {range}.</source>
        <translation>{name} = {value} 超出范围：必须{range}。</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>“{setting}” isn't a setting. Write it as name=value.</source>
        <translation>“{setting}”不是设置。请写成 名称=值。</translation>
    </message>
    <message>
        <location filename="../../core/parameters.py"/>
        <source>{name} = {value} isn't a value of type {kind}.</source>
        <translation>{name} = {value} 不是 {kind} 类型的值。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/bands.py"/>
        <source> has {names}</source>
        <translation>有 {names}</translation>
    </message>
    <message>
        <location filename="../../core/prediction/bands.py"/>
        <source>This model was trained on {listed}. “{imagery}”{lacks}. Choose imagery that has it, choose {wanted_count} bands in that order, or train a model on {present}.</source>
        <translation>此模型用 {listed} 训练。“{imagery}”{lacks}。请选择含有它的影像，按该顺序选择 {wanted_count} 个波段，或用 {present} 训练模型。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/bands.py"/>
        <source>This model was trained on {listed}. “{imagery}”{lacks}. Choose imagery that has them, choose {wanted_count} bands in that order, or train a model on {present}.</source>
        <translation>此模型用 {listed} 训练。“{imagery}”{lacks}。请选择含有它们的影像，按该顺序选择 {wanted_count} 个波段，或用 {present} 训练模型。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/bands.py"/>
        <source> has no {names}</source>
        <translation>没有 {names}</translation>
    </message>
    <message>
        <location filename="../../core/prediction/checks.py"/>
        <source>The prediction needs up to {needed} in “{folder}”, where {free} are free. Free some space, choose another place, or predict a smaller extent.</source>
        <translation>预测在“{folder}”中最多需要 {needed}，那里剩余 {free}。请释放一些空间，选择另一个位置，或预测更小的范围。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/checks.py"/>
        <source>{band} {seen_low:.4g}–{seen_high:.4g}, trained on {low:.4g}–{high:.4g}</source>
        <translation>{band} {seen_low:.4g}–{seen_high:.4g}，训练时为 {low:.4g}–{high:.4g}</translation>
    </message>
    <message>
        <location filename="../../core/prediction/checks.py"/>
        <source>“{imagery}” has pixels of {pixel_size_m:.3g} m, “{name}” was trained on pixels of {trained:.3g} m: what it has learned may not be found again. Resample to the model's pixel size, or train a model on this imagery.</source>
        <translation>“{imagery}”的像元为 {pixel_size_m:.3g} m，“{name}”用 {trained:.3g} m 的像元训练：它学到的内容可能无法再识别。请重采样到模型的像元大小，或用此影像训练模型。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/checks.py"/>
        <source>The values of “{imagery}” are far from those that “{name}” was trained on: {told}. Check the bands and their units; the classes may be wrong.</source>
        <translation>“{imagery}”的值与“{name}”训练时的值相差很大：{told}。请检查波段及其单位；类别可能有误。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/cluster/client.py"/>
        <source>The cluster at “{address}” has no workers. Start some, on storage that all of them share.</source>
        <translation>“{address}”的集群没有工作进程。请在它们共享的存储上启动一些。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/cluster/client.py"/>
        <source>Dask isn't installed in this environment. Predict without a cluster.</source>
        <translation>此环境中未安装 Dask。请不用集群进行预测。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/cluster/client.py"/>
        <source>No scheduler answers at “{address}” ({error}). Start it, or check the address.</source>
        <translation>“{address}”没有调度程序应答（{error}）。请启动它，或检查地址。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/cluster/client.py"/>
        <source>The cluster lost its workers again and again at the same tiles ({error}). Look at their logs.</source>
        <translation>集群在相同的图块上反复失去工作进程（{error}）。请查看它们的日志。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/engines/graph_engine.py"/>
        <source>“{name}” gives {made_dtype} of shape {made_shape} where its legend needs numbers of shape {expected}. Import the ONNX file again.</source>
        <translation>“{name}”给出形状为 {made_shape} 的 {made_dtype}，而其图例需要形状为 {expected} 的数。请重新导入 ONNX 文件。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/engines/onnx_engine.py"/>
        <source>The package “onnx” isn't installed. Choose the engine auto or torch.</source>
        <translation>未安装软件包“onnx”。请选择引擎 auto 或 torch。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/engines/onnx_engine.py"/>
        <source>This network can't be written as ONNX ({error}). Choose the engine auto.</source>
        <translation>无法将此网络写为 ONNX（{error}）。请选择引擎 auto。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/engines/onnx_engine.py"/>
        <source>ONNX Runtime isn't installed. Choose the engine auto or torch.</source>
        <translation>未安装 ONNX Runtime。请选择引擎 auto 或 torch。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/engines/onnx_engine.py"/>
        <source>ONNX Runtime can't compute this network ({error}). Choose the engine auto.</source>
        <translation>ONNX Runtime 无法计算此网络（{error}）。请选择引擎 auto。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/engines/opening.py"/>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <location filename="../../core/prediction/engines/openvino_engine.py"/>
        <source>OpenVINO isn't installed. Choose the engine auto or torch.</source>
        <translation>未安装 OpenVINO。请选择引擎 auto 或 torch。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/engines/openvino_engine.py"/>
        <source>OpenVINO can't compute this network ({error}). Choose the engine auto.</source>
        <translation>OpenVINO 无法计算此网络（{error}）。请选择引擎 auto。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/engines/torch_engine.py"/>
        <source>A tile of {rows}×{columns} px doesn't fit the memory of {title}. Choose smaller tiles, or close what else uses that memory.</source>
        <translation>{rows}×{columns} px 的图块超出 {title} 的内存。请选择更小的图块，或关闭占用该内存的其他程序。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/fitting/scaling.py"/>
        <source>The random forest that was trained beside the network maps with it.</source>
        <translation>与网络一起训练的随机森林也参与了制图。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/fitting/scaling.py"/>
        <source>The map may be wrong in large parts; “Where a model may be trusted” (outcrop applicability) maps where.</source>
        <translation>地图可能大面积有误；“模型在何处可信”（outcrop applicability）会画出在哪里。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/fitting/scaling.py"/>
        <source>Fit the scaling to this scene, or train on some of it.</source>
        <translation>请让缩放适应此场景，或用其中一部分训练。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/fitting/scaling.py"/>
        <source>Look closely at the map; “Where a model may be trusted” (outcrop applicability) maps where. A few polygons here help most.</source>
        <translation>请仔细查看地图；“模型在何处可信”（outcrop applicability）会画出哪里可信。在此补画几个多边形最有帮助。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/fitting/scaling.py"/>
        <source>{share} of “{scene}” is much brighter in every band than all that “{model}” was trained on, as clouds and snow are. What is mapped there means nothing; elsewhere the scene looks as in the training. Masked as nodata it stays out of the map.</source>
        <translation>“{scene}”中有 {share} 在所有波段都比“{model}”训练时见过的像元亮得多，像云或雪那样。那里的制图结果没有意义；其余部分与训练时的影像相近。将其掩膜为无数据后，就不会进入图中。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/fitting/scaling.py"/>
        <source>“{scene}” looks different from what “{model}” was trained on: its bands’ values lie elsewhere, together.</source>
        <translation>“{scene}”与训练“{model}”所用的影像看起来不同：其各波段的值整体上落在别处。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/fitting/scaling.py"/>
        <source>The scaling was fitted to it by its percentiles.</source>
        <translation>缩放已按其百分位数适应此场景。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/fitting/scaling.py"/>
        <source>The scaling was fitted to it by its histogram.</source>
        <translation>缩放已按其直方图适应此场景。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/fitting/scaling.py"/>
        <source>The scaling was fitted to it by its percentiles and its layers’ moments.</source>
        <translation>缩放已按其百分位数和各层的矩适应此场景。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/map_checks.py"/>
        <source>“{class_name}” covers {share} of the map, {known} of the training area</source>
        <translation>“{class_name}”占地图的 {share}，占训练区域的 {known}</translation>
    </message>
    <message>
        <location filename="../../core/prediction/map_checks.py"/>
        <source>{far}. Look closely at the map: there may be more or less of it here, or the model is wrong.</source>
        <translation>{far}。请仔细查看地图：此处该类别可能更多或更少，也可能是模型有误。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/map_checks.py"/>
        <source>The map is empty: no pixel of the imagery holds data here. Check its nodata value.</source>
        <translation>地图是空的：此处影像没有任何有数据的像元。请检查其无数据值。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/map_checks.py"/>
        <source>“{class_name}” covers {share} of the map: “{model}” has found next to nothing else. It may not fit this scene. Fit the scaling to this scene, or train on some polygons of it.</source>
        <translation>“{class_name}”占地图的 {share}：“{model}”几乎没有找到其他类别，它可能不适合此场景。请将缩放适配到此场景，或用此场景的一些多边形训练。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/mask.py"/>
        <source>The polygons of “{mask}” miss the chosen extent. Choose another extent, or the whole layer.</source>
        <translation>“{mask}”的多边形不在所选范围内。请选择另一个范围，或整个图层。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/model_stack.py"/>
        <source>“{first}” reads “{band}” as “{known}”, “{second}” as “{text}”. Predict with one at a time.</source>
        <translation>“{first}”将“{band}”读作“{known}”，“{second}”读作“{text}”。请一次只用一个模型预测。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/raster/class_file.py"/>
        <source>“{path}” is damaged: it can't hold {width}×{height} pixels. Predict again.</source>
        <translation>“{path}”已损坏：它无法容纳 {width}×{height} 个像元。请重新预测。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/raster/class_file.py"/>
        <source>“{path}” isn't a prediction as Outcrop writes it, or is damaged: it has {band_count} band(s) of type {band}, not one of type {wanted}. Choose another one, or predict again.</source>
        <translation>“{path}”不是 Outcrop 写出的预测，或已损坏：它有 {band_count} 个 {band} 类型的波段，而不是一个 {wanted} 类型的波段。请另选一个，或重新预测。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/raster/threshold.py"/>
        <source>“{name}” is the only class; there is no rest to set against it.</source>
        <translation>“{name}”是唯一的类别，没有其余类别可与之相对。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/raster/threshold.py"/>
        <source>A threshold is from 0 to 1, not {at}.</source>
        <translation>阈值应在 0 到 1 之间，而不是 {at}。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/threshold_map.py"/>
        <source>No probabilities were kept with “{prediction}”. Predict again with probabilities, or give their raster.</source>
        <translation>“{prediction}”没有保存概率。请连同概率重新预测，或给出概率栅格。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/threshold_map.py"/>
        <source>“{path}” doesn't hold the probabilities of {names}, the classes of “{prediction}”. Choose the raster that was made with it.</source>
        <translation>“{path}”中不是“{prediction}”的类别 {names} 的概率。请选择与其一同生成的栅格。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/threshold_map.py"/>
        <source>“{path}” has other pixels than “{prediction}”. Choose the probabilities that were made with it.</source>
        <translation>“{path}”与“{prediction}”的像元不同。请选择与其一同生成的概率。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/threshold_map.py"/>
        <source>Writing the map</source>
        <translation>正在写入地图</translation>
    </message>
    <message>
        <location filename="../../core/prediction/tile_reader.py"/>
        <source>“{name}” was trained on {bands}; “{image}” has {names}. Bands were taken in the order in which they stand. Rename or choose them if that is wrong.</source>
        <translation>“{name}”用 {bands} 训练；“{image}”有 {names}。波段按其排列顺序取用。如果不对，请重命名或选择波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/base/stack_vrt.py"/>
        <source>A stack of folders, lists or STAC items can't be saved: their mosaics are made anew each time. Build a virtual raster of each first (Raster ▸ Miscellaneous ▸ Build Virtual Raster).</source>
        <translation>由文件夹、列表或 STAC 条目组成的叠加影像无法保存：其镶嵌每次都重新生成。请先为每一项构建虚拟栅格（栅格 ▸ 杂项 ▸ 构建虚拟栅格）。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/base/writing.py"/>
        <source>The layer needs up to {needed} in “{folder}”, where {free} are free. Free some space, or choose another place.</source>
        <translation>该图层在“{folder}”中最多需要 {needed}，那里还剩 {free}。请释放一些空间，或选择其他位置。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/base/writing.py"/>
        <source>Making overviews</source>
        <translation>正在生成金字塔</translation>
    </message>
    <message>
        <location filename="../../core/preparation/base/writing.py"/>
        <source>“{image}” has no pixel from which a value follows: all of it is nodata, or none of it can be computed. Look at its bands and its nodata value.</source>
        <translation>“{image}”没有任何能得出值的像元：全部为 nodata，或都无法计算。请检查其波段和 nodata 值。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/log_ratio.py"/>
        <source>part</source>
        <translation>组分</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>Detection limits are above 0. Leave them empty where they aren't known.</source>
        <translation>检出限大于 0。不知道时请留空。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parts.py"/>
        <source>For {parts} parts ({names}) there are {count} units or detection limits. Give one for all, or one for each in order.</source>
        <translation>{parts} 个组分（{names}）给出了 {count} 个单位或检出限。请为全部给出一个，或按顺序各给一个。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parts.py"/>
        <source>A composition has two parts at least. Choose all the elements or oxides of it.</source>
        <translation>成分数据至少有两个组分。请选择其全部元素或氧化物。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parts.py"/>
        <source>All parts are taken to be in the same unit. Log-ratios have none.</source>
        <translation>所有组分都视为同一单位。对数比没有单位。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parts.py"/>
        <source>“{part}” of “{source}” has negative values, down to {low:.4g}, and no part of a whole is below 0. If a negative value means “less than”, say so in the settings; otherwise mend it.</source>
        <translation>“{source}”的“{part}”有负值，低至 {low:.4g}，而整体的任何组分都不会小于 0。如果负值表示“小于”，请在设置中说明；否则请改正。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parts.py"/>
        <source>“{part}” of “{source}” has no value above 0. Leave it out, or choose another one.</source>
        <translation>“{source}”的“{part}”没有大于 0 的值。请将其去掉，或选择其他组分。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parts.py"/>
        <source>{part}: {count} of {total} values are too small to measure and count as {amount:.4g}</source>
        <translation>{part}：{total} 个值中有 {count} 个低于可测范围，按 {amount:.4g} 计</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/raster.py"/>
        <source>Looking at the parts</source>
        <translation>正在查看各组分</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/raster.py"/>
        <source>The bands of “{image}” are in several units: {units}. Say each one's unit in order in the settings.</source>
        <translation>“{image}”的波段使用了多种单位：{units}。请在设置中按顺序说明各自的单位。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>raster function</source>
        <translation>栅格函数</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/fusion.py"/>
        <source>Fusion sharpens coarse rasters by the bands of fine imagery, and no raster's pixels are {times:.0f} times as large as those of “{image}”. Add the coarse layers as further rasters.</source>
        <translation>融合用精细影像的波段锐化粗分辨率栅格，而没有栅格的像元达到“{image}”像元的 {times:.0f} 倍。请把粗分辨率图层添加为更多栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/fusion.py"/>
        <source>Relating the layers to the bands</source>
        <translation>正在建立图层与波段的关系</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/fusion.py"/>
        <source>{name}: the bands' background explains {share:.0f} % of its variance</source>
        <translation>{name}：波段的背景解释了其方差的 {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/fusion.py"/>
        <source>“{name}” has {count} coarse pixels with a value and all bands; {fewest} at least are needed to relate it to {bands} bands. Take a larger part, or fewer bands.</source>
        <translation>“{name}”有 {count} 个粗像元既有值又有全部波段；要与 {bands} 个波段建立关系至少需要 {fewest} 个。请取更大的范围或更少的波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/igrf.py"/>
        <source>The reference field is known from {first:.0f} to {last:.0f}, not in {year:.1f}. Give inclination and declination yourself.</source>
        <translation>参考场的已知年份为 {first:.0f} 至 {last:.0f}，不含 {year:.1f}。请自行给出磁倾角和磁偏角。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/magnetics.py"/>
        <source>Magnetic layers are made of one band, the total field; “{image}” has {count}. Choose the band that holds it.</source>
        <translation>磁法图层由一个波段（总场）得出；“{image}”有 {count} 个波段。请选择存有总场的波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/magnetics.py"/>
        <source>Treating the whole</source>
        <translation>正在处理整体</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/magnetics.py"/>
        <source>Reference field (IGRF-14) in {year:.1f}: inclination {dip:.1f}°, declination {turn:.1f}°</source>
        <translation>{year:.1f} 年的参考场（IGRF-14）：磁倾角 {dip:.1f}°，磁偏角 {turn:.1f}°</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/magnetics.py"/>
        <source>Reduction to the pole needs the direction of the field. Give the year of the survey, or inclination and declination.</source>
        <translation>化极需要磁场的方向。请给出测量年份，或磁倾角和磁偏角。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/magnetics.py"/>
        <source>The field dips by {dip:.1f}° only: the reduction to the pole is damped along its direction. The total gradient depends less on it.</source>
        <translation>磁倾角只有 {dip:.1f}°：化极沿磁场方向受到压制。总梯度受其影响较小。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/magnetics.py"/>
        <source>The raster's place on the Earth can't be told. Give inclination and declination yourself.</source>
        <translation>无法确定该栅格在地球上的位置。请自行给出磁倾角和磁偏角。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/magnetics.py"/>
        <source>“{image}” has no value anywhere: all of it is nodata. Choose another raster or band.</source>
        <translation>“{image}”没有任何值：全部为 nodata。请选择其他栅格或波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/magnetics.py"/>
        <source>Reading the field</source>
        <translation>正在读取磁场</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>No layer is chosen. Choose the field, its tilt or another one.</source>
        <translation>未选择图层。请选择磁场、倾斜角或其他图层。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/pansharpening.py"/>
        <source>{bands} bands are sharpened by {pan}</source>
        <translation>用 {pan} 锐化 {bands} 个波段</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/pansharpening.py"/>
        <source>There are {count} weights for {bands} multispectral bands ({names}). Give one for each in order, or none.</source>
        <translation>给出了 {count} 个权重，而多光谱波段有 {bands} 个（{names}）。请按顺序为每个波段各给一个，或全部留空。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/pansharpening.py"/>
        <source>Pan-sharpening needs two rasters at least: one with a panchromatic band, and multispectral bands with larger pixels. “{image}” is alone; add the other as a further raster.</source>
        <translation>全色锐化至少需要两个栅格：一个含全色波段，另一个含像元更大的多光谱波段。只有“{image}”一个；请将另一个加为其他栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/pansharpening.py"/>
        <source>“{image}” has the finest pixels and {count} chosen bands; pan-sharpening needs its panchromatic band alone. Choose that band.</source>
        <translation>“{image}”的像元最小，选中了 {count} 个波段；全色锐化只需要其中的全色波段。请选择该波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/pansharpening.py"/>
        <source>The pixels of “{image}” are as fine ({size:.4g} m) as those of “{pan}”, so there is nothing to sharpen. Give one panchromatic raster, and multispectral ones with larger pixels.</source>
        <translation>“{image}”的像元（{size:.4g} 米）与“{pan}”的一样小，没有可锐化的。请给出一个全色栅格和像元更大的多光谱栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/parameters.py"/>
        <source>Weights are 0 or more, and one at least is above 0. Leave them empty to weigh alike.</source>
        <translation>权重不小于 0，且至少有一个大于 0。留空则各波段权重相同。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/gridding.py"/>
        <source>Fitting the surface</source>
        <translation>正在拟合曲面</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/gridding.py"/>
        <source>Leaving out one point after the other</source>
        <translation>正在逐一留出各点</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/gridding.py"/>
        <source>Left out one by one, {left_out} points are missed by {rmse:.4g} (root mean square; the values' own deviation is {deviation:.4g}), {bias:+.3g} in the mean</source>
        <translation>逐一留出时，{left_out} 个点的偏差为 {rmse:.4g}（均方根；数值自身的标准差为 {deviation:.4g}），平均为 {bias:+.3g}</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/gridding.py"/>
        <source>{method} needs {fewest} points at least; “{layer}” has {count} with a number, at different places. Take another method or more points.</source>
        <translation>{method} 至少需要 {fewest} 个点；“{layer}”中位置不同且有数值的有 {count} 个。请换一种方法或增加点。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/gridding.py"/>
        <source>Variogram: {model}, nugget {nugget:.4g}, sill {sill:.4g}, range {range:.4g} m</source>
        <translation>变异函数：{model}，块金值 {nugget:.4g}，基台值 {sill:.4g}，变程 {range:.4g} m</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/gridding.py"/>
        <source>Computed at one pixel in {step} each way, by straight lines between.</source>
        <translation>两个方向上每 {step} 个像元计算一个，其间线性插值。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>The sill of a variogram is above 0 and no less than its nugget, which is a part of it. Leave both empty to fit them.</source>
        <translation>变差函数的基台值大于 0，且不小于其所含的块金值。两者留空则自动拟合。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>The range of a variogram is above 0. Leave it empty to fit it.</source>
        <translation>变差函数的变程大于 0。留空则自动拟合。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/samples.py"/>
        <source>“{layer}”: 1 point lies where another one does; their mean counts. They differ by {apart:.4g}.</source>
        <translation>“{layer}”：1 个点与另一个点位置相同；取它们的平均值。它们相差 {apart:.4g}。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/samples.py"/>
        <source>“{layer}”: {count} points lie where another one does; their mean counts. They differ by up to {apart:.4g}.</source>
        <translation>“{layer}”：{count} 个点与其他点位于同一位置；取其平均值。它们最多相差 {apart:.4g}。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/samples.py"/>
        <source>The field “{field}” of “{layer}” holds no number at any point. Choose a field of numbers; values such as “&lt;0.5” have to be replaced first.</source>
        <translation>“{layer}”的字段“{field}”在任何点上都不是数值。请选择数值字段；像“&lt;0.5”这样的值须先替换。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/samples.py"/>
        <source>“{layer}”: 1 point without a number in “{field}” left out.</source>
        <translation>“{layer}”：略去了 1 个在“{field}”中没有数值的点。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/samples.py"/>
        <source>“{layer}”: {count} points without a number in “{field}” left out.</source>
        <translation>“{layer}”：{count} 个点在“{field}”中没有数值，已略去。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/samples.py"/>
        <source>No point of “{layer}” lies on the raster. Choose points over it, or check the two coordinate systems.</source>
        <translation>“{layer}”没有点落在该栅格上。请选择位于其上的点，或检查两者的坐标系。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/spline.py"/>
        <source>All points lie on one line, through which a spline isn't held. Take inverse distance or nearest.</source>
        <translation>所有点位于一条直线上，无法确定样条曲面。请使用反距离或最近点。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/variogram.py"/>
        <source>All points have the same value, so there is no variogram. Choose another field or method.</source>
        <translation>所有点的值相同，因此没有变异函数。请选择其他字段或方法。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>No layer is chosen. Choose ratios, shares or the ternary picture.</source>
        <translation>未选择图层。请选择比值、份额或三元图。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/radiometrics.py"/>
        <source>Potassium is {k}, thorium {th}, uranium {u}</source>
        <translation>钾为 {k}，钍为 {th}，铀为 {u}</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/radiometrics.py"/>
        <source>It can't be told which bands of “{image}” are potassium, thorium and uranium: they are called {names}. Choose three bands in this order, or name them K, Th and U.</source>
        <translation>无法判断“{image}”的哪些波段是钾、钍和铀：它们的名称为 {names}。请按此顺序选择三个波段，或将其命名为 K、Th 和 U。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/radiometrics.py"/>
        <source>Looking at the survey</source>
        <translation>正在查看测量数据</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/radiometrics.py"/>
        <source>{element} of “{image}” has no value above 0 where all three have one. Look at the bands' order and nodata.</source>
        <translation>“{image}”的 {element} 在三者都有值的地方没有大于 0 的值。请检查波段的顺序和 nodata。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/components.py"/>
        <source>PC{number}: {share:.1f} % of the variance; {loadings}</source>
        <translation>PC{number}：占方差的 {share:.1f} %；{loadings}</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/components.py"/>
        <source>The noise of the bands of “{image}” can't be told apart: some band has none, or is made of the others. Leave out bands that repeat or are computed from others, or take principal components.</source>
        <translation>“{image}”各波段的噪声无法区分：某个波段没有噪声，或由其他波段得出。请去掉重复的或由其他波段算出的波段，或改用主成分。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/components.py"/>
        <source>MNF{number}: signal to noise {ratio:.1f}</source>
        <translation>MNF{number}：信噪比 {ratio:.1f}</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/components.py"/>
        <source>Components are made of two bands at least; “{image}” has {count} that can be used. Choose more bands or stack another raster.</source>
        <translation>成分至少由两个波段得出；“{image}”可用的有 {count} 个。请选择更多波段，或叠加另一幅栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/components.py"/>
        <source>“{image}” has {pixels} pixels with all {bands} bands, too few to tell components. Choose fewer bands, or look at their nodata values.</source>
        <translation>“{image}”中 {bands} 个波段都有值的像元只有 {pixels} 个，太少，无法得出成分。请少选一些波段，或检查其 nodata 值。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/components.py"/>
        <source>{names} of “{image}” has the same value everywhere. Leave it out.</source>
        <translation>“{image}”的 {names} 处处为同一值。请将其去掉。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/components.py"/>
        <source>{names} of “{image}” have the same value everywhere. Leave them out.</source>
        <translation>“{image}”的 {names} 处处为同一值。请将它们去掉。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/components.py"/>
        <source>Looking at the bands</source>
        <translation>正在查看波段</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/expression.py"/>
        <source>There is no band in “{text}”. Name one, such as b1.</source>
        <translation>“{text}”中没有波段。请写出一个，例如 b1。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/expression.py"/>
        <source>The expression has too many brackets in brackets. Write it as several.</source>
        <translation>表达式的括号嵌套过多。请拆成几个来写。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/expression.py"/>
        <source>“{text}” isn't an expression. Write one such as (b4 - b2) / (b4 + b2), with brackets closed.</source>
        <translation>“{text}”不是表达式。请写成例如 (b4 - b2) / (b4 + b2) 的形式，括号要成对。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/expression.py"/>
        <source>Two expressions are called “{name}”. Give each its own name.</source>
        <translation>有两个表达式都叫“{name}”。请各取一个名称。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/expression.py"/>
        <source>“{part}” can't stand in an expression. There are numbers, bands, + - * / **, brackets and {functions}.</source>
        <translation>表达式中不能有“{part}”。可用的有数字、波段、+ - * / **、括号和 {functions}。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/indices.py"/>
        <source>“{index}” needs the band {band}, and the raster has {names}. Choose other bands, another sensor, or leave the index out.</source>
        <translation>“{index}”需要波段 {band}，而该栅格有 {names}。请选择其他波段或其他传感器，或去掉该指数。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/indices.py"/>
        <source>It can't be told which bands of “{image}” are those of {sensor}: they are called {names}. Name them B1, B2…, choose them in the sensor's order, or write expressions by number.</source>
        <translation>无法判断“{image}”的哪些波段是 {sensor} 的波段：它们的名称为 {names}。请将其命名为 B1、B2…，按传感器的顺序选择，或按编号书写表达式。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/indices.py"/>
        <source>The raster has the bands of none of the sensor's indices. Write an expression.</source>
        <translation>该栅格不具备该传感器任何一个指数所需的波段。请书写表达式。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/indices.py"/>
        <source>“{index}” names a wavelength, and “{image}” doesn't tell those of its bands. Name bands by number.</source>
        <translation>“{index}”用了波长，而“{image}”没有给出其波段的波长。请按编号指定波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/indices.py"/>
        <source>“{index}” needs a band at {wanted:.0f} nm; the nearest of “{image}” is at {nearest:.0f} nm.</source>
        <translation>“{index}”需要 {wanted:.0f} nm 处的波段；“{image}”中最近的在 {nearest:.0f} nm。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>No index is chosen. Name indices of a sensor, or write an expression.</source>
        <translation>未选择指数。请写出某传感器的指数名称，或书写表达式。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Choose the sensor whose indices {names} are.</source>
        <translation>请选择指数 {names} 所属的传感器。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Give the place that others are compared with, by its two coordinates.</source>
        <translation>请用两个坐标给出用于比较的位置。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>index</source>
        <translation>指数</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/similarity.py"/>
        <source>Compared by {count} bands.</source>
        <translation>按 {count} 个波段比较。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/similarity.py"/>
        <source>At the place the bands of “{image}” are all as they are on average, so nothing is like it. Choose another.</source>
        <translation>该处“{image}”的各波段均为平均值，因此没有与之相似之处。请另选一处。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/similarity.py"/>
        <source>“{image}” has too few pixels with values in all bands to compare them. Leave out bands with gaps.</source>
        <translation>“{image}”中各波段都有值的像元太少，无法比较。请去掉有缺失的波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/similarity.py"/>
        <source>The place {x:.10g}, {y:.10g} lies outside “{image}”. Give it in the imagery’s own coordinates.</source>
        <translation>位置 {x:.10g}, {y:.10g} 在“{image}”之外。请用影像自身的坐标给出。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/similarity.py"/>
        <source>“{image}” has no data at the place. Choose another one.</source>
        <translation>“{image}”在该处无数据。请另选一处。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>No layer is chosen. Choose slope, aspect, relief or another one.</source>
        <translation>未选择图层。请选择坡度、坡向、起伏度或其他图层。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/terrain.py"/>
        <source>Terrain is made of one band of elevations; “{image}” has {count}. Choose the band that holds them.</source>
        <translation>地形图层由一个高程波段得出；“{image}”有 {count} 个波段。请选择存有高程的波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/terrain.py"/>
        <source>The pixels of “{image}” are {across:.4g} m wide and {down:.4g} m high: relief and topographic position look at {cols} columns and {rows} rows to either side, {far:.4g} m.</source>
        <translation>“{image}”的像元宽 {across:.4g} 米、高 {down:.4g} 米：起伏度和地形位置向两侧各看 {cols} 列、{rows} 行，即 {far:.4g} 米。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/wetness.py"/>
        <source>Filling hollows</source>
        <translation>正在填洼</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/wetness.py"/>
        <source>Following the water</source>
        <translation>正在追踪水流</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/wetness.py"/>
        <source>The water is followed on means of {factor} by {factor} pixels, since the raster is large; slopes are those of its own pixels.</source>
        <translation>栅格较大，水流按 {factor}×{factor} 像元的均值追踪；坡度仍按原像元计算。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/wetness.py"/>
        <source>Reading the elevation model</source>
        <translation>正在读取高程模型</translation>
    </message>
    <message>
        <location filename="../../core/report/languages.py"/>
        <source>There is no translation into “{language}”. Choose one of: {languages}.</source>
        <translation>没有“{language}”的译文。请选择其中之一：{languages}。</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_tables.py"/>
        <source>interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_tables.py"/>
        <source>Accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <location filename="../../core/report/pages/comparison_tables.py"/>
        <source>ECE</source>
        <translation>ECE</translation>
    </message>
    <message>
        <location filename="../../core/report/result_kinds.py"/>
        <source>Map accuracy and areas</source>
        <translation>地图精度与面积</translation>
    </message>
    <message>
        <location filename="../../core/report/result_kinds.py"/>
        <source>Accuracy against labels</source>
        <translation>与标注相比的精度</translation>
    </message>
    <message>
        <location filename="../../core/report/result_kinds.py"/>
        <source>Boundaries and objects</source>
        <translation>边界与对象</translation>
    </message>
    <message>
        <location filename="../../core/report/result_kinds.py"/>
        <source>Which bands matter</source>
        <translation>哪些波段重要</translation>
    </message>
    <message>
        <location filename="../../core/report/result_kinds.py"/>
        <source>Where the model may be trusted</source>
        <translation>模型在何处可信</translation>
    </message>
    <message>
        <location filename="../../core/report/result_kinds.py"/>
        <source>What the network looks at</source>
        <translation>网络在看什么</translation>
    </message>
    <message>
        <location filename="../../core/report/results.py"/>
        <source>“{file}” is no result that a report shows. Give files that these have written: {commands}.</source>
        <translation>“{file}”不是报告所能展示的结果。请给出由以下命令写出的文件：{commands}。</translation>
    </message>
    <message>
        <location filename="../../core/report/saliency_text.py"/>
        <source>“{name}” at {pixels} pixels of the tile; mean probability {real}, on a plain tile {plain}.</source>
        <translation>图块中 {pixels} 个像元为“{name}”；平均概率 {real}，在平坦图块上为 {plain}。</translation>
    </message>
    <message>
        <location filename="../../core/report/saliency_text.py"/>
        <source>Share of the bands: {bands}</source>
        <translation>波段的份额：{bands}</translation>
    </message>
    <message>
        <location filename="../../core/sample/scenes.py"/>
        <source>sample scene</source>
        <translation>示例场景</translation>
    </message>
    <message>
        <location filename="../../core/sample/scenes.py"/>
        <source>A sample scene of {size} pixels can't be made. Make it {low} to {high} wide.</source>
        <translation>无法生成 {size} 像元的示例场景。请将宽度设为 {low} 到 {high}。</translation>
    </message>
    <message>
        <location filename="../../core/sample/scenes.py"/>
        <source>The seed {seed} is negative. Choose 0 or a positive whole number.</source>
        <translation>种子 {seed} 为负数。请选择 0 或正整数。</translation>
    </message>
    <message>
        <location filename="../../core/training/adaptation.py"/>
        <source>{polygons} polygons are few: tiles are changed strongly, so that they aren’t learned by heart.</source>
        <translation>{polygons} 个多边形较少：图块会大幅变换，以免被死记硬背。</translation>
    </message>
    <message>
        <location filename="../../core/training/adaptation.py"/>
        <source>Few labels of a scene that looks different: the model goes on at a learning rate of {rate:g}, and {share:.0f} % of what it was stays in it, so that it keeps what it knows.</source>
        <translation>该影像看起来不同且标注很少：模型以 {rate:g} 的学习率继续训练，并保留其原有内容的 {share:.0f} %，以免忘记已学到的知识。</translation>
    </message>
    <message>
        <location filename="../../core/training/adaptation.py"/>
        <source>A random forest is trained beside the network. It takes part in maps of scenes that look different from the training’s, where a network alone is often wrong.</source>
        <translation>网络旁边还会训练一个随机森林。对于看起来与训练影像不同的影像，单独的网络常常出错，这时它会参与制图。</translation>
    </message>
    <message>
        <location filename="../../core/training/adaptation.py"/>
        <source>{pixels} labelled pixels are few: the last epoch is kept, since so few can’t tell epochs apart.</source>
        <translation>{pixels} 个标签像元较少：保留最后一轮，因为这么少的像元无法区分各轮优劣。</translation>
    </message>
    <message>
        <location filename="../../core/training/adaptation.py"/>
        <source>The training ends after {epochs} epochs, not {planned}: more make worse maps of so few polygons.</source>
        <translation>训练在 {epochs} 轮后结束，而不是 {planned} 轮：多边形这么少时，更多轮次会使地图变差。</translation>
    </message>
    <message>
        <location filename="../../core/training/classifier/classifier_job.py"/>
        <source>Learning from everything, held back or not.</source>
        <translation>从全部数据学习，无论是否留出。</translation>
    </message>
    <message>
        <location filename="../../core/training/classifier/classifier_training.py"/>
        <source>Fitting the classifier</source>
        <translation>正在拟合分类器</translation>
    </message>
    <message>
        <location filename="../../core/training/classifier/classifier_training.py"/>
        <source>Gathering training pixels</source>
        <translation>正在收集训练像元</translation>
    </message>
    <message>
        <location filename="../../core/training/classifier/classifier_training.py"/>
        <source>Training needs pixels of at least two classes. Draw polygons of another class too.</source>
        <translation>训练需要至少两个类别的像元。请再绘制其他类别的多边形。</translation>
    </message>
    <message>
        <location filename="../../core/training/classifier/classifier_training.py"/>
        <source>Validating</source>
        <translation>正在验证</translation>
    </message>
    <message>
        <location filename="../../core/training/committee/companions.py"/>
        <source>Training the classifiers beside the network</source>
        <translation>正在训练网络旁边的分类器</translation>
    </message>
    <message>
        <location filename="../../core/training/committee/companions.py"/>
        <source>No classifier can be trained beside the network, which is kept alone: {reason}</source>
        <translation>无法在网络旁边训练任何分类器，因此只保留网络：{reason}</translation>
    </message>
    <message>
        <location filename="../../core/training/committee/together.py"/>
        <source>Measuring the committee</source>
        <translation>正在测量模型组合</translation>
    </message>
    <message>
        <location filename="../../core/training/data/augmentation.py"/>
        <source>Images {images_shape}, labels {labels_shape} and valid mask {valid_shape} don't belong together: (N, B, H, W), (N, H, W) and (N, H, W) are needed.</source>
        <translation>影像 {images_shape}、标签 {labels_shape} 与有效掩膜 {valid_shape} 不匹配：需要 (N, B, H, W)、(N, H, W) 和 (N, H, W)。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/augmentation.py"/>
        <source>Labels must be whole numbers, not {labels_dtype}, and the valid mask bool, not {valid_dtype}.</source>
        <translation>标签必须是整数而不是 {labels_dtype}，有效掩膜必须是 bool 而不是 {valid_dtype}。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/augmentation.py"/>
        <source>No tile of {tile_px} × {tile_px} px can be cut from a window of {width} × {height} px.</source>
        <translation>无法从 {width} × {height} px 的窗口中裁取 {tile_px} × {tile_px} px 的图块。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/missing_data.py"/>
        <source>{bands} and {count} more</source>
        <translation>{bands} 及另外 {count} 个</translation>
    </message>
    <message>
        <location filename="../../core/training/data/missing_data.py"/>
        <source>“{image}” has no data in band {bands} wherever there are labels. Leave it out, or draw polygons where it has data.</source>
        <translation>凡有标签之处，“{image}”的波段 {bands} 都没有数据。请去掉它，或在其有数据之处绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/missing_data.py"/>
        <source>“{image}” has no data in bands {bands} wherever there are labels. Leave them out, or draw polygons where these have data.</source>
        <translation>凡有标签之处，“{image}”的波段 {bands} 都没有数据。请去掉它们，或在其有数据之处绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/missing_data.py"/>
        <source>Fewer than two classes are left: {classes} lies only where some band of the imagery has no data. Draw polygons elsewhere, leave out bands with gaps, or give a labelled area: what else lies inside it is background.</source>
        <translation>剩下不足两个类别：{classes}只位于影像某个波段没有数据之处。请在别处绘制多边形，去掉有缺失的波段，或给出标注区域：其中的其他部分为背景。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/missing_data.py"/>
        <source>Fewer than two classes are left: {classes} lie only where some band of the imagery has no data. Draw polygons elsewhere, leave out bands with gaps, or give a labelled area: what else lies inside it is background.</source>
        <translation>剩下不足两个类别：{classes}都只位于影像某个波段没有数据之处。请在别处绘制多边形，去掉有缺失的波段，或给出标注区域：其中的其他部分为背景。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/missing_data.py"/>
        <source>{classes} lies only where some band of the imagery has no data, and will not be found. Draw polygons elsewhere, or leave out bands with gaps.</source>
        <translation>{classes}只位于影像某个波段没有数据之处，因此不会被识别。请在别处绘制多边形，或去掉有缺失的波段。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/missing_data.py"/>
        <source>{classes} lie only where some band of the imagery has no data, and will not be found. Draw polygons elsewhere, or leave out bands with gaps.</source>
        <translation>{classes}都只位于影像某个波段没有数据之处，因此不会被识别。请在别处绘制多边形，或去掉有缺失的波段。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/scenes.py"/>
        <source>Looking at the imagery's values</source>
        <translation>正在查看影像取值</translation>
    </message>
    <message>
        <location filename="../../core/training/data/scenes.py"/>
        <source>No labelled pixel is left to train on. Draw more polygons, or hold back a smaller share.</source>
        <translation>没有剩余的标签像元可供训练。请绘制更多多边形，或留出更小的比例。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/scenes.py"/>
        <source>The imagery's values are of another range than those the model was trained on; they are scaled anew, and the model has to get used to that.</source>
        <translation>影像的值与模型训练时的值范围不同；已重新缩放，模型需要适应。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/scenes.py"/>
        <source>The imagery looks different from what the model was trained on: its values are brought to those by their percentiles.</source>
        <translation>影像与模型训练所用的看起来不同：其数值按百分位数调整到训练时的数值。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/scenes.py"/>
        <source>“{image}” has the bands {names}, but “{scene_images}” has {stack_names}. Choose the same bands in every scene.</source>
        <translation>“{image}”有波段 {names}，而“{scene_images}”有 {stack_names}。请在每景影像中选择相同的波段。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/scenes.py"/>
        <source>role</source>
        <translation>种类</translation>
    </message>
    <message>
        <location filename="../../core/training/data/scenes.py"/>
        <source>“{band}” has another {what} in “{image}” than in “{first}”: {found}. Bring both to one.</source>
        <translation>“{band}”在“{image}”中的{what}与“{first}”中不同：{found}。请统一。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/statistics.py"/>
        <source>No labelled pixel has valid image values in all bands. Draw polygons where the imagery isn't nodata.</source>
        <translation>没有标签像元在所有波段都有有效影像值。请在影像有数据之处绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/statistics.py"/>
        <source>Every band ({names}) has the same value wherever there are labels; there is nothing to learn. Choose other imagery or bands, or draw polygons where the imagery shows something.</source>
        <translation>凡有标签之处，每个波段（{names}）的值都相同；没有可学习的内容。请选择其他影像或波段，或在影像有内容之处绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../core/training/data/statistics.py"/>
        <source>Band “{name}” has the same value everywhere; it tells the model nothing.</source>
        <translation>波段“{name}”各处的值都相同；它不向模型提供任何信息。</translation>
    </message>
    <message>
        <location filename="../../core/training/figure_warnings.py"/>
        <source>Draw more of it</source>
        <translation>请多绘制一些</translation>
    </message>
    <message>
        <location filename="../../core/training/figure_warnings.py"/>
        <source>Draw more of them</source>
        <translation>请多绘制一些这些类别</translation>
    </message>
    <message>
        <location filename="../../core/training/figure_warnings.py"/>
        <source>Not one pixel of class {names} was found where the model is measured. {helps}.</source>
        <translation>在测量模型之处没有找到类别 {names} 的任何像元。{helps}。</translation>
    </message>
    <message>
        <location filename="../../core/training/figure_warnings.py"/>
        <source>{pixels} pixels</source>
        <translation>{pixels} 个像元</translation>
    </message>
    <message>
        <location filename="../../core/training/figure_warnings.py"/>
        <source>The figures rest on {places} held back, which is next to nothing: F1 {f1:.2f} may as well be anything from {low:.2f} to {high:.2f}. Draw polygons in more places, or judge the map by an accuracy sample.</source>
        <translation>这些数字只依据留出的{places}，几乎说明不了什么：F1 为 {f1:.2f}，实际可能是 {low:.2f} 到 {high:.2f} 之间的任何值。请在更多地方绘制多边形，或用精度样本评判地图。</translation>
    </message>
    <message>
        <location filename="../../core/training/figure_warnings.py"/>
        <source>Other parts of the same polygons train, so that the figures are likely too good.</source>
        <translation>同一些多边形的其他部分参与训练，因此这些数字可能偏高。</translation>
    </message>
    <message>
        <location filename="../../core/training/figure_warnings.py"/>
        <source>Where it was measured the model has an F1 of {found:.2f}, but on the imagery as a whole the network and the classifiers beside it agree at {agreed:.2f} only: expect no more of the map. Draw polygons where they differ (Where to look next), or judge the map by an accuracy sample.</source>
        <translation>在评估处，模型的 F1 为 {found:.2f}，但在整幅影像上，网络与旁边的分类器之间的一致性只有 {agreed:.2f}：地图的质量不会高于此。请在它们不一致的地方绘制多边形（接下来看哪里），或用精度样本来评价地图。</translation>
    </message>
    <message>
        <location filename="../../core/training/figure_warnings.py"/>
        <source>{helps}, train longer, or lower the learning rate ({low:g} instead of {rate:g})</source>
        <translation>{helps}，延长训练，或降低学习率（{low:g} 而不是 {rate:g}）</translation>
    </message>
    <message>
        <location filename="../../core/training/figure_warnings.py"/>
        <source>1 polygon with {pixels} pixels</source>
        <translation>1 个多边形（{pixels} 个像元）</translation>
    </message>
    <message>
        <location filename="../../core/training/figure_warnings.py"/>
        <source>{polygons} polygons with {pixels} pixels</source>
        <translation>{polygons} 个多边形（{pixels} 个像元）</translation>
    </message>
    <message>
        <location filename="../../core/training/head_job.py"/>
        <source>Measuring the margin</source>
        <translation>正在测量边距</translation>
    </message>
    <message>
        <location filename="../../core/training/head_job.py"/>
        <source>Measuring on what is held back</source>
        <translation>正在用留出部分评估</translation>
    </message>
    <message>
        <location filename="../../core/training/head_job.py"/>
        <source>Fitting the head</source>
        <translation>正在拟合头</translation>
    </message>
    <message>
        <location filename="../../core/training/head_job.py"/>
        <source>Computing what the encoder says of the labels</source>
        <translation>正在计算编码器对标注的描述</translation>
    </message>
    <message>
        <location filename="../../core/training/label_warnings.py"/>
        <source>All labels lie in {share:.1f} % of “{image}”: the figures say how well the ground around them is mapped, not the rest. Draw some polygons elsewhere too; “Where a model may be trusted” (outcrop applicability) maps where the model knows nothing.</source>
        <translation>所有标注都位于“{image}”的 {share:.1f} % 之内：这些数字说明其周围的制图好坏，而不是其余部分。请在别处也绘制一些多边形；“模型在何处可信”（outcrop applicability）会标出模型一无所知之处。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/fine_tuning.py"/>
        <source>choice of what to freeze</source>
        <translation>冻结选项</translation>
    </message>
    <message>
        <location filename="../../core/training/network/fine_tuning.py"/>
        <source>This network has no part to freeze as “{what}”. Train it with freeze = none.</source>
        <translation>此网络没有可作为“{what}”冻结的部分。请以 freeze = none 训练。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/fine_tuning.py"/>
        <source>The weights of “{name}” don't fit the model {architecture} of this version ({error}). Train from scratch, or use the version of Outcrop that wrote it.</source>
        <translation>“{name}”的权重与此版本的模型 {architecture} 不符（{error}）。请从头训练，或使用写出它的 Outcrop 版本。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/learner.py"/>
        <source>One tile of {side} px doesn't fit the memory of {title}. Choose smaller tiles or a smaller network, or close what else uses that memory.</source>
        <translation>一个 {side} px 的图块超出 {title} 的内存。请选择更小的图块或更小的网络，或关闭占用该内存的其他程序。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/learner.py"/>
        <source>{size} tiles of {side} px don't fit the memory of {title}. With several processes the batch isn't halved by itself: train with batch_size={size_2}.</source>
        <translation>{size} 个 {side} px 的图块超出 {title} 的内存。使用多个进程时批大小不会自动减半：请以 batch_size={size_2} 训练。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/learner.py"/>
        <source>The memory of {title} is full. Going on with {size} tiles at a time.</source>
        <translation>{title} 的内存已满。改为每次 {size} 个图块继续。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/network_training.py"/>
        <source>Calibrating the probabilities</source>
        <translation>正在校准概率</translation>
    </message>
    <message>
        <location filename="../../core/training/network/network_training.py"/>
        <source>The probabilities aren't calibrated, since the time is up.</source>
        <translation>时间已到，未校准概率。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/network_training.py"/>
        <source>Epochs are measured on {count} of {there} validation tiles: the time won't do for all.</source>
        <translation>每轮在 {there} 个验证图块中的 {count} 个上测量：时间不够测量全部。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/network_training.py"/>
        <source>Going on at epoch {epoch}, step {step}.</source>
        <translation>从第 {epoch} 轮第 {step} 步继续。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/wording.py"/>
        <source>Epoch {epoch} of {epochs}, step {step} of {steps}</source>
        <translation>第 {epoch} 轮（共 {epochs} 轮），第 {step} 步（共 {steps} 步）</translation>
    </message>
    <message>
        <location filename="../../core/training/network/wording.py"/>
        <source>Learning from everything: epoch {epoch} of {epochs}, step {step} of {steps}</source>
        <translation>从全部数据学习：第 {epoch} 轮（共 {epochs} 轮），第 {step} 步（共 {steps} 步）</translation>
    </message>
    <message>
        <location filename="../../core/training/network/wording.py"/>
        <source>Training stopped: the loss became infinite in epoch {epoch}.</source>
        <translation>训练已停止：损失在第 {epoch} 轮变为无穷大。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/wording.py"/>
        <source>The best model so far (epoch {best}) was kept.</source>
        <translation>已保留目前最好的模型（第 {best} 轮）。</translation>
    </message>
    <message>
        <location filename="../../core/training/network/wording.py"/>
        <source>No epoch could be kept: no loss is finite. {advice}</source>
        <translation>没有可保留的轮次：没有有限的损失。{advice}</translation>
    </message>
    <message>
        <location filename="../../core/training/network/wording.py"/>
        <source>A lower learning rate usually helps: {low:g} instead of {rate:g}.</source>
        <translation>降低学习率通常有帮助：{low:g} 而不是 {rate:g}。</translation>
    </message>
    <message>
        <location filename="../../core/training/network_job.py"/>
        <source>Computing on {device}, {count} processes.</source>
        <translation>在 {device} 上计算，{count} 个进程。</translation>
    </message>
    <message>
        <location filename="../../core/training/network_job.py"/>
        <source>Computing on {device}.</source>
        <translation>在 {device} 上计算。</translation>
    </message>
    <message>
        <location filename="../../core/training/network_job.py"/>
        <source>Every epoch is measured on the same {count} of {there} validation tiles.</source>
        <translation>每轮都在 {there} 个验证图块中相同的 {count} 个上测量。</translation>
    </message>
    <message>
        <location filename="../../core/training/network_job.py"/>
        <source>Learning from everything, held back or not (steps: {steps}).</source>
        <translation>用全部标注（包括留出的）再学习（步数：{steps}）。</translation>
    </message>
    <message>
        <location filename="../../core/training/network_job.py"/>
        <source>The model hasn’t learned from everything in the end: {reason}. The one that was measured is kept, which knows nothing of what was held back.</source>
        <translation>模型最后没有从全部数据学习：{reason}。保留已测量的模型，它对留出的数据一无所知。</translation>
    </message>
    <message>
        <location filename="../../core/training/network_job.py"/>
        <source>The margin isn't measured, since the time is up: maps take the largest, and somewhat longer.</source>
        <translation>时间已到，未测量边距：制图时采用最大边距，耗时略长。</translation>
    </message>
    <message>
        <location filename="../../core/training/network_job.py"/>
        <source>“{name}” is stored in rows, which every tile needs unpacked from end to end: training takes several times as long. Save it as a tiled GeoTIFF first (Raster ▸ Conversion ▸ Translate, with TILED=YES).</source>
        <translation>“{name}”按行存储，每个图块都要整幅解压：训练时间会增加数倍。请先另存为分块的 GeoTIFF（栅格 ▸ 转换 ▸ 转换格式，使用 TILED=YES）。</translation>
    </message>
    <message>
        <location filename="../../core/training/network_job.py"/>
        <source>Tiles of {side} px are too small for this {model}: at least {stride}. Choose larger tiles, or a network that halves them less often.</source>
        <translation>{side} px 的图块对此 {model} 来说太小：至少 {stride}。请选择更大的图块，或减半次数较少的网络。</translation>
    </message>
    <message>
        <location filename="../../core/training/network_job.py"/>
        <source>Started from “{name}”; classes new to it: {new}.</source>
        <translation>从“{name}”开始；对它来说新的类别：{new}。</translation>
    </message>
    <message>
        <location filename="../../core/training/network_job.py"/>
        <source>{frozen:,} weights stay as they are.</source>
        <translation>{frozen:,} 个权重保持不变。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/class_weights.py"/>
        <source>way to weigh classes</source>
        <translation>类别加权方式</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/class_weights.py"/>
        <source>Classes can't be weighted by their pixels {tolist}: at least one class needs some. Draw polygons over the imagery first.</source>
        <translation>无法按像元数 {tolist} 为类别加权：至少一个类别需要有像元。请先在影像上绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/losses.py"/>
        <source>Pixel weights {weights_shape} don't fit labels {labels_shape}.</source>
        <translation>像元权重 {weights_shape} 与标签 {labels_shape} 不符。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/losses.py"/>
        <source>Logits {logits_shape} and labels {labels_shape} don't belong together: a loss needs (N, C, H, W) with at least two classes and (N, H, W).</source>
        <translation>logits {logits_shape} 与标签 {labels_shape} 不匹配：损失需要至少两个类别的 (N, C, H, W) 和 (N, H, W)。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/losses.py"/>
        <source>Labels must be whole numbers, not {labels_dtype}.</source>
        <translation>标签必须是整数，而不是 {labels_dtype}。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/losses.py"/>
        <source>Class weights {class_weights_shape} don't fit a model of {columns} classes: one weight for each class is needed.</source>
        <translation>类别权重 {class_weights_shape} 与 {columns} 个类别的模型不符：每个类别需要一个权重。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/losses.py"/>
        <source>{option} = {value} doesn't fit a loss: it must be 0 or more.</source>
        <translation>{option} = {value} 不适用于损失：必须为 0 或更大。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/losses.py"/>
        <source>Labels from {low} to {high} don't fit a model of {columns} classes.</source>
        <translation>从 {low} 到 {high} 的标签与 {columns} 个类别的模型不符。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/optimisers.py"/>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/optimisers.py"/>
        <source>Nothing in this network can be trained: all of its weights are frozen.</source>
        <translation>此网络中没有可训练的部分：其所有权重都被冻结。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/schedules.py"/>
        <source>schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/schedules.py"/>
        <source>A schedule needs at least one step and no negative warm-up, not {steps} and {warmup_steps}.</source>
        <translation>学习率计划至少需要一步且预热不为负，而不是 {steps} 和 {warmup_steps}。</translation>
    </message>
    <message>
        <location filename="../../core/training/optimisation/schedules.py"/>
        <source>The run was started with the schedule “{name}”, which doesn't fit “{name_2}”. Resume it with the recipe that it was started with.</source>
        <translation>该训练以学习率计划“{name}”开始，它与“{name_2}”不符。请以开始时的方案恢复。</translation>
    </message>
    <message>
        <location filename="../../core/training/results/measured_pixels.py"/>
        <source>The imagery has no data at any pixel held back for validation. Draw polygons where the imagery isn't nodata, or train without validation.</source>
        <translation>影像在为验证留出的所有像元处都没有数据。请在影像有数据之处绘制多边形，或不做验证地训练。</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/checkpoints.py"/>
        <source>The checkpoint “{path}” can't be read ({error}). Start the training anew.</source>
        <translation>无法读取检查点“{path}”（{error}）。请重新开始训练。</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/kept_split.py"/>
        <source>What is held back is chosen anew: the training before is gone, or held back in another way.</source>
        <translation>留出的内容重新选择：上次训练已不存在，或其留出方式不同。</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/run.py"/>
        <source>“{folder}” already holds a run. Resume or discard it, or choose another folder.</source>
        <translation>“{folder}”中已有训练。请恢复或丢弃它，或选择另一个文件夹。</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/run.py"/>
        <source>“{path}” is damaged.</source>
        <translation>“{path}”已损坏。</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/run.py"/>
        <source>The run in “{folder}” is being worked on by another process. Wait or stop that one.</source>
        <translation>“{folder}”中的训练正由另一个进程处理。请等待或停止它。</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/run.py"/>
        <source>The run in “{folder}” is being worked on by another process. Stop that one first.</source>
        <translation>“{folder}”中的训练正由另一个进程处理。请先停止它。</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/run.py"/>
        <source>“{file}” can't be deleted: {reason}. Close what uses it, and try again.</source>
        <translation>无法删除“{file}”：{reason}。请关闭使用它的程序后重试。</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/time_budget.py"/>
        <source>about {n:.1f} h</source>
        <translation>约 {n:.1f} 小时</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/time_budget.py"/>
        <source>{minutes:g} min won't do: an epoch takes {epoch} here, so {seen} of {epochs} will be done. Give it {wanted}, or take what fits: the recipe Quick, a smaller network, or a random forest.</source>
        <translation>{minutes:g} 分钟不够：此处一轮需要 {epoch}，因此 {epochs} 轮中只能完成 {seen}。请给 {wanted}，或选择能完成的：方案“快速”、更小的网络或随机森林。</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/time_budget.py"/>
        <source>{minutes:g} min won't do: beside the beginning and the end not even one step of {tiles} tiles fits, which takes {step} here, so it learns from fewer of these tiles. Give it {wanted}, or take what fits: the recipe Quick, a smaller network, or a random forest.</source>
        <translation>{minutes:g} 分钟不够：除去开头和收尾，连一步（{tiles} 个瓦片）也做不完，在此处需要 {step}，因此只能从其中较少的瓦片学习。请给它 {wanted}，或选择合适的：快速方案、较小的网络或随机森林。</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/time_budget.py"/>
        <source>not even one</source>
        <translation>连一轮都不到</translation>
    </message>
    <message>
        <location filename="../../core/training/runs/time_budget.py"/>
        <source>about {count:.0f}</source>
        <translation>约 {count:.0f} 轮</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Validation and test share leave nothing to train on. Lower one of them.</source>
        <translation>验证和测试的比例使训练没有剩余。请降低其中一个。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Tiles of {resize_px} px are too small for {model}: at least {stride}.</source>
        <translation>{resize_px} px 的图块对 {model} 来说太小：至少 {stride}。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Classifiers beside the network need tiles at their own size. Leave “Resize tiles to” empty, or train the network alone.</source>
        <translation>网络旁边的分类器需要原始大小的图块。请将“图块缩放到”留空，或只训练网络。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipes.py"/>
        <source>recipe</source>
        <translation>方案</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Quick: minutes on a laptop</source>
        <translation>快速：笔记本电脑几分钟即可</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Best: half an hour</source>
        <translation>最佳：半小时</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Pegmatite dikes</source>
        <translation>伟晶岩脉</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Lithological units</source>
        <translation>岩性单元</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Tailings ponds</source>
        <translation>尾矿库</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Landslides, few labels</source>
        <translation>滑坡，标签较少</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Landslides, many labels</source>
        <translation>滑坡，标签较多</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>the network alone</source>
        <translation>仅网络</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>binary cross-entropy + Dice</source>
        <translation>二元交叉熵 + Dice</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>cross-entropy + Dice</source>
        <translation>交叉熵 + Dice</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>the last</source>
        <translation>最后一轮</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>mean and deviation</source>
        <translation>均值与标准差</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>forest elsewhere</source>
        <translation>别处加森林</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>other scenes too</source>
        <translation>也用于其他影像</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>lower on a plateau</source>
        <translation>停滞时降低</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Sentinel-2, 10 bands</source>
        <translation>Sentinel-2，10 个波段</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Sentinel-1 and 2</source>
        <translation>Sentinel-1 和 2</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Sentinel-2, 13 bands (SSL4EO-S12)</source>
        <translation>Sentinel-2，13 个波段（SSL4EO-S12）</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Sentinel-2, 13 bands (SoftCon)</source>
        <translation>Sentinel-2，13 个波段（SoftCon）</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>this scene only</source>
        <translation>仅本影像</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>with classifiers</source>
        <translation>带分类器</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>ASTER</source>
        <translation>ASTER</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Landsat 8 and 9</source>
        <translation>Landsat 8 和 9</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/titles.py"/>
        <source>Sentinel-2</source>
        <translation>Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/centre_lines.py"/>
        <source>Looking for features</source>
        <translation>正在查找地物</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/centre_lines.py"/>
        <source>Feature {number}</source>
        <translation>地物 {number}</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/clean.py"/>
        <source>Removing small patches</source>
        <translation>正在移除小图斑</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/clean.py"/>
        <source>Cleaning</source>
        <translation>正在清理</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/polygons.py"/>
        <source>Smoothing</source>
        <translation>正在平滑</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/polygons.py"/>
        <source>Drawing polygons</source>
        <translation>正在绘制多边形</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/polygons.py"/>
        <source>“{path}” doesn't hold the probabilities of “{given_path}”: its size, place or bands differ.</source>
        <translation>“{path}”不是“{given_path}”的概率：其大小、位置或波段不同。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/polygons.py"/>
        <source>Averaging probabilities</source>
        <translation>正在平均概率</translation>
    </message>
    <message>
        <location filename="../../models/__init__.py"/>
        <source>A model needs at least one band.</source>
        <translation>模型至少需要一个波段。</translation>
    </message>
    <message>
        <location filename="../../models/__init__.py"/>
        <source>A model needs 2 to {most_classes} classes, not {classes}.</source>
        <translation>模型需要 2 至 {most_classes} 个类别，而不是 {classes} 个。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/maximum_likelihood.py"/>
        <source>Class {class_id}: its pixels ({own_count}) don't fill a covariance of {columns} features, so it was regularised by {pull:g}. Draw more of it, or leave out bands that depend on others.</source>
        <translation>类别 {class_id}：它的像元（{own_count} 个）不足以估计 {columns} 个特征的协方差，因此以 {pull:g} 进行了正则化。请多绘制一些，或去掉相互依赖的波段。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/pixel_classifier.py"/>
        <source>Pixels of shape {samples_shape} don't fit a model of {feature_name_count} features ({feature_names}).</source>
        <translation>形状为 {samples_shape} 的像元与 {feature_name_count} 个特征的模型（{feature_names}）不符。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/pixel_classifier.py"/>
        <source>Some pixels have values that are no numbers. Set the imagery's nodata value.</source>
        <translation>有些像元的值不是数字。请设置影像的无数据值。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/pixel_classifier.py"/>
        <source>This classifier has not been trained yet. Train it, or load a model file.</source>
        <translation>此分类器尚未训练。请训练它，或加载模型文件。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/pixel_classifier.py"/>
        <source>The model file doesn't fit this kind of model ({reason}). Train it again.</source>
        <translation>模型文件与此类模型不符（{reason}）。请重新训练。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/svm.py"/>
        <source>Learned from {taken:,} of {given:,} training pixels, drawn class by class; “{most}” sets the most.</source>
        <translation>从 {given:,} 个训练像元中的 {taken:,} 个学习，按类别抽取；“{most}”设定最多数量。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>At least two classes are needed, but {only}. Draw polygons of another class too.</source>
        <translation>至少需要两个类别，但{only}。请再绘制其他类别的多边形。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>Class {class_id} has no training pixels: it will not be predicted.</source>
        <translation>类别 {class_id} 没有训练像元：不会被预测。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>Class {class_id} has only {count} training pixels. Draw more for a result to trust.</source>
        <translation>类别 {class_id} 只有 {count} 个训练像元。请多绘制一些，结果才可信。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>Class {class_id} has only {count} training pixel. Draw more for a result to trust.</source>
        <translation>类别 {class_id} 只有 {count} 个训练像元。请多绘制一些，结果才可信。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>Training pixels of shape {samples_shape} with labels of shape {labels_shape} don't fit a model of {name_count} features. Give one row of features and one class id for each pixel.</source>
        <translation>形状为 {samples_shape} 的训练像元与形状为 {labels_shape} 的标签同 {name_count} 个特征的模型不符。请为每个像元给出一行特征和一个类别编号。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>Class ids must be 1 to {classes}, but {smallest} to {largest} occur.</source>
        <translation>类别编号必须为 1 至 {classes}，但出现了 {smallest} 至 {largest}。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>{count} of {sample_count} training pixels have values that are no numbers, first in “{name}”. Set the imagery's nodata value, or leave this band out.</source>
        <translation>{sample_count} 个训练像元中有 {count} 个的值不是数字，首先出现在“{name}”。请设置影像的无数据值，或去掉此波段。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>Every band has one and the same value in all training pixels. Choose other imagery.</source>
        <translation>每个波段在所有训练像元中的值都相同。请选择其他影像。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>“{name}” has one and the same value in all training pixels: it was left out.</source>
        <translation>“{name}”在所有训练像元中的值都相同：已略去。</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>all training pixels belong to class {id}</source>
        <translation>所有训练像元都属于类别 {id}</translation>
    </message>
    <message>
        <location filename="../../models/classifiers/training_sample.py"/>
        <source>there are no training pixels</source>
        <translation>没有训练像元</translation>
    </message>
    <message>
        <location filename="../../models/encoders/download.py"/>
        <source>What came from {url} isn't the file that was expected ({size} bytes, SHA-256 {digest}). Try again, or fetch it in another way.</source>
        <translation>来自 {url} 的内容不是预期的文件（{size} 字节，SHA-256 {digest}）。请重试，或以其他方式获取。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/encoder.py"/>
        <source>The encoder “{name}” gives no maps at several scales{wish}. Choose another one, such as resnet50.</source>
        <translation>编码器“{name}”不给出多尺度特征图{wish}。请另选一个，如 resnet50。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/encoder.py"/>
        <source>The encoder “{name}” gives maps at 1/{available} of the image's size; this model needs 1/{reductions}. Choose another encoder, such as resnet50.</source>
        <translation>编码器“{name}”给出影像大小 1/{available} 的特征图；此模型需要 1/{reductions}。请选择另一个编码器，如 resnet50。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/known_encoder.py"/>
        <source>encoder in timm</source>
        <translation>timm 中的编码器</translation>
    </message>
    <message>
        <location filename="../../models/encoders/known_encoder.py"/>
        <source>The encoder “{name}” takes images of one size only, and gives no maps at several scales. Choose a convolutional one, such as resnet50 or convnext_tiny.</source>
        <translation>编码器“{name}”只接受一种大小的影像，且不给出多尺度特征图。请选择卷积编码器，如 resnet50 或 convnext_tiny。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>Train fetches the weights that timm lists for this encoder from huggingface.co first, once; their licence stands there.</source>
        <translation>“训练”会先从 huggingface.co 下载一次 timm 为该编码器列出的权重；其许可证见该处。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>There are no “{weights}” weights for the encoder “{encoder}”, only for: {known}. Choose one of these encoders, weights=imagenet, weights=none, or give a weights_file.</source>
        <translation>编码器“{encoder}”没有“{weights}”权重，只有以下编码器有：{known}。请选择其中一个编码器、weights=imagenet、weights=none，或给出 weights_file。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>Train fetches the weights “{name}” first, once: {megabytes} MB from {server}. Licence: {licence} ({allowed}).</source>
        <translation>“训练”会先从 {server} 下载一次权重“{name}”：{megabytes} MB。许可证：{licence}（{allowed}）。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>The pretrained weights “{stored_as}” {what}. Fetch {address} ({licence}{size}) on a computer with a network, then save it as “{path}”, or point to it as the model's “Weight file” (--set model_parameters.weights_file=FILE). Or go on without pretraining: “Start from” scratch (--set model_parameters.weights=none).</source>
        <translation>预训练权重“{stored_as}”{what}。请在有网络的计算机上获取 {address}（{licence}{size}），然后保存为“{path}”，或将其指定为模型的“权重文件”（--set model_parameters.weights_file=FILE）。也可以不用预训练继续：“起点”选择从头开始（--set model_parameters.weights=none）。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>It starts from the weights “{name}”. Licence: {licence} ({allowed}).</source>
        <translation>从权重“{name}”开始。许可证：{licence}（{allowed}）。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>timm has no pretrained weights for the encoder “{encoder}”. Choose weights=none, another encoder, or give a weights_file.</source>
        <translation>timm 没有编码器“{encoder}”的预训练权重。请选择 weights=none、另一个编码器，或给出 weights_file。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>“{name}” isn't a weight file. Choose a {suffix} or .pth file.</source>
        <translation>“{name}”不是权重文件。请选择 {suffix} 或 .pth 文件。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>The weight file “{path}” doesn't exist. Choose another one, or weights=none.</source>
        <translation>权重文件“{path}”不存在。请另选一个，或 weights=none。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>“{name}” is a pickled file, which can run programs when it is opened. Convert it where you trust it, with python -c "import torch, safetensors.torch as s; s.save_file(torch.load('{name}', weights_only=True), '{stem}{suffix}')", and choose the {suffix} file.</source>
        <translation>“{name}”是 pickle 文件，打开时可能运行程序。请在您信任它的地方用 python -c "import torch, safetensors.torch as s; s.save_file(torch.load('{name}', weights_only=True), '{stem}{suffix}')" 转换，然后选择 {suffix} 文件。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>The weight file “{path}” isn't the one that was published or first used: its SHA-256 is {digest}, not {expected}. Delete it and fetch it again.</source>
        <translation>权重文件“{path}”不是已发布的或首次使用的那个：其 SHA-256 为 {digest}，而不是 {expected}。请删除并重新获取。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>see there</source>
        <translation>见原处</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>“{note}” can't be read. Delete it; it is written again.</source>
        <translation>无法读取“{note}”。请删除它；它会重新写出。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>aren't on this computer</source>
        <translation>不在此计算机上</translation>
    </message>
    <message>
        <location filename="../../models/encoders/pretrained.py"/>
        <source>aren't on this computer and couldn't be fetched ({reason})</source>
        <translation>不在此计算机上，也无法获取（{reason}）</translation>
    </message>
    <message>
        <location filename="../../models/encoders/torch_archive.py"/>
        <source>The weight file “{path}” can't be read as tensors ({error}). Fetch or choose it again, or convert it to .safetensors.</source>
        <translation>权重文件“{path}”无法作为张量读取（{error}）。请重新下载或选择，或将其转换为 .safetensors。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/torchvision_guard.py"/>
        <source>The computing environment lacks “{name}”, which networks with a library encoder need. Repair the environment, or choose a network without one, such as unet_improved.</source>
        <translation>计算环境缺少“{name}”，使用库编码器的网络需要它。请修复环境，或选择不需要它的网络，如 unet_improved。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/weight_loading.py"/>
        <source>“{name}” doesn't hold the weights of the encoder “{name_2}”: {wrong_count} of its {wanted_count} tensors are missing or have another shape, such as “{wrong}”. Choose the file made for this encoder.</source>
        <translation>“{name}”不含编码器“{name_2}”的权重：其 {wanted_count} 个张量中有 {wrong_count} 个缺失或形状不同，如“{wrong}”。请选择为此编码器制作的文件。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/weight_loading.py"/>
        <source>The weight file “{path}” can't be read ({error}). Fetch or choose it again.</source>
        <translation>无法读取权重文件“{path}”（{error}）。请重新获取或选择。</translation>
    </message>
    <message>
        <location filename="../../models/encoders/weights_table.py"/>
        <source>any use</source>
        <translation>任何用途</translation>
    </message>
    <message>
        <location filename="../../models/encoders/weights_table.py"/>
        <source>any use, if their authors are named</source>
        <translation>任何用途，须注明作者</translation>
    </message>
    <message>
        <location filename="../../models/encoders/weights_table.py"/>
        <source>maps and studies, which must name DINOv3; no military, nuclear (which may touch work on uranium), weapons or espionage use; models that hold these weights may be passed on under the same licence alone, with a copy of it</source>
        <translation>可用于制图与研究，须注明 DINOv3；不得用于军事、核（可能涉及铀矿工作）、武器或间谍用途；含有这些权重的模型只能以同一许可证并附其副本转交他人</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundaries/boundary_settings.py"/>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundaries/boundary_settings.py"/>
        <source>A boundary counts as met where the other lies within this distance.</source>
        <translation>另一边界在此距离内时，边界视为吻合。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundaries/boundary_settings.py"/>
        <source>Share of an object</source>
        <translation>对象的比例</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundaries/boundary_settings.py"/>
        <source>How much of a patch the other side must cover for it to be found.</source>
        <translation>另一方须覆盖斑块的多大比例才算找到。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundaries/boundary_settings.py"/>
        <source>Measure lengths of middle lines too: for dikes, faults and roads.</source>
        <translation>同时量测中线长度：用于岩脉、断层和道路。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundaries/boundary_settings.py"/>
        <source>Confidence of the contact margin</source>
        <translation>界线余量的置信度</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundaries/boundary_settings.py"/>
        <source>The share of true boundaries that are to lie within it.</source>
        <translation>应落在其内的真实边界的比例。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundaries/boundary_settings.py"/>
        <source>Block size</source>
        <translation>分块大小</translation>
    </message>
    <message>
        <location filename="../../core/assessment/boundaries/boundary_settings.py"/>
        <source>Side of the blocks by which the contact margin is calibrated; 0 takes 64 pixels.</source>
        <translation>校准界线余量所用分块的边长；0 取 64 个像元。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>What the labels are</source>
        <translation>标注的性质</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>transfer: in blocks or scenes that training never saw; map: a probability sample of this map in which every pixel had the same chance.</source>
        <translation>transfer：位于训练从未见过的分块或场景；map：这幅地图的概率样本，每个像元机会相同。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>unstated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>transfer</source>
        <translation>迁移</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>map</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>Classes by other names</source>
        <translation>名称不同的类别</translation>
    </message>
    <message>
        <location filename="../../core/assessment/jobs.py"/>
        <source>The prediction's class for each class of the labels that goes by another name.</source>
        <translation>标注中名称不同的类别各自对应的预测类别。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/jobs.py"/>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/jobs.py"/>
        <source>How often the intervals are to hold.</source>
        <translation>区间应成立的频率。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/jobs.py"/>
        <source>0.9</source>
        <translation>0.9</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/jobs.py"/>
        <source>0.95</source>
        <translation>0.95</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/jobs.py"/>
        <source>0.99</source>
        <translation>0.99</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Half width of the interval</source>
        <translation>区间的半宽</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>So far the overall accuracy's 95 % interval is to reach to either side: 0.04 is ± 4 %.</source>
        <translation>总体精度 95 % 区间向两侧延伸的幅度：0.04 即 ± 4 %。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Standard error</source>
        <translation>标准误</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Of the overall accuracy, in place of the interval's half width.</source>
        <translation>总体精度的标准误，代替区间的半宽。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>How many there are in all, in place of a wanted error.</source>
        <translation>总点数，代替期望的误差。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>points</source>
        <translation>个点</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Allocation</source>
        <translation>分配</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>balanced: the least number for each class, the rest by area; proportional: by area; equal: alike; optimal: by area and expected spread (Neyman).</source>
        <translation>balanced：各类至少有最少点数，其余按面积；proportional：按面积；equal：相等；optimal：按面积和预期离散度（Neyman）。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>balanced</source>
        <translation>平衡</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>proportional</source>
        <translation>按比例</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>optimal</source>
        <translation>最优</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Least points a class</source>
        <translation>每类最少点数</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Rare classes get no fewer than that.</source>
        <translation>稀有类别不少于此数。</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>Expected accuracy</source>
        <translation>预期精度</translation>
    </message>
    <message>
        <location filename="../../core/assessment/sampling/settings.py"/>
        <source>User's accuracy of each class that is reckoned with; 0.8 where nothing is given.</source>
        <translation>预计的各类用户精度；未给出时为 0.8。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>How often each is trained, with another seed: shows how much is chance.</source>
        <translation>每个模型用不同种子训练多少次：显示偶然性有多大。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>seeds</source>
        <translation>个种子</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Test share</source>
        <translation>测试占比</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Share of the labels that no model sees in any way and on which all are measured; 0 measures on the validation part, which has chosen each model's best epoch.</source>
        <translation>任何模型都不会见到、并在其上评估全部模型的标注比例；0 表示在验证部分评估，它曾用于选择各模型的最佳轮次。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Map the whole imagery</source>
        <translation>对整幅影像制图</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Else only where there are labels to measure on; faster on large scenes.</source>
        <translation>否则只在有评估标注之处；大场景更快。</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Blocks of the intervals</source>
        <translation>区间的分块</translation>
    </message>
    <message>
        <location filename="../../core/comparison/jobs.py"/>
        <source>Side of the squares that the bootstrap draws.</source>
        <translation>自助法抽取的方块的边长。</translation>
    </message>
    <message>
        <location filename="../../core/correction/jobs.py"/>
        <source>Carry over</source>
        <translation>沿用</translation>
    </message>
    <message>
        <location filename="../../core/correction/jobs.py"/>
        <source>Take the corrections of another prediction, or of an earlier state of this one, where their place and their class still fit.</source>
        <translation>采用另一预测结果（或本预测结果的早先状态）的修正，只要其位置和类别仍然适用。</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>Blocks</source>
        <translation>分块</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>How many blocks of the imagery are looked at, at most.</source>
        <translation>最多查看影像的多少个分块。</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>blocks</source>
        <translation>个分块</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>Side of the blocks between which bands are shuffled.</source>
        <translation>波段在其间打乱的分块的边长。</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>Repeats</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>How often each band is shuffled.</source>
        <translation>每个波段打乱多少次。</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>Distances between</source>
        <translation>距离的度量对象</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>model: what the model itself decides by: the last layer of a network, a classifier's features, those that matter to a forest more; bands: the values of the bands.</source>
        <translation>model：模型自身判断的依据：网络的最后一层、分类器的特征（对森林更重要的权重更大）；bands：波段的值。</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>bands</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>Training pixels of one block don't count as neighbours of each other.</source>
        <translation>同一分块的训练像元不互算作近邻。</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>The class whose finding is explained; empty takes the one that is found most there.</source>
        <translation>要解释其识别结果的类别；留空则取该处最多的类别。</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>From the plain tile to the real one; more are more exact.</source>
        <translation>从平坦图块到真实图块的步数；越多越精确。</translation>
    </message>
    <message>
        <location filename="../../core/explanation/jobs.py"/>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>Role</source>
        <translation>种类</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>What its numbers are: measurements, categories (numbers that stand for names), angles in degrees, or an embedding (numbers of a foundation model that mean something only together); auto as the file says.</source>
        <translation>其数值是什么：测量值、类别（代表名称的数字）、以度为单位的角度，或嵌入（基础模型的数字，合在一起才有意义）；auto 按文件所述。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>measurement</source>
        <translation>测量值</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>Resampling</source>
        <translation>重采样</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>How it is brought to the grid; auto takes the nearest pixel of categories, averages what is finer than the grid and interpolates the rest.</source>
        <translation>如何重采样到网格；auto 对类别取最近像元，对比网格更细者取平均，其余内插。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>nearest</source>
        <translation>最近点</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>bilinear</source>
        <translation>双线性</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>cubic</source>
        <translation>三次卷积</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>What its numbers are multiplied by; empty as the file says.</source>
        <translation>其数值所乘的系数；留空按文件所述。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>What is added to its scaled numbers; empty as the file says.</source>
        <translation>乘比例后所加的数；留空按文件所述。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>A number that stands for no data, beside what the file says of it.</source>
        <translation>除文件所述之外，代表无数据的数字。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>Gaps</source>
        <translation>缺失</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>Whether a pixel counts as missing where any of its bands has no data, or only where all of them have none.</source>
        <translation>任一波段无数据时像元即视为缺失，还是仅当所有波段均无数据时。</translation>
    </message>
    <message>
        <location filename="../../core/geodata/sources/settings.py"/>
        <source>any</source>
        <translation>任一</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>What the model is called; empty takes the file's name.</source>
        <translation>模型的名称；留空则用文件名。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Names of the classes in the order of the model's output; empty takes the file's.</source>
        <translation>按模型输出顺序排列的类别名称；留空则取自文件。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Names of the bands in the order of the model's input; empty takes the file's, or numbers.</source>
        <translation>按模型输入顺序排列的波段名称；留空则取自文件，否则用编号。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Pixel size of the imagery it was trained on; 0 takes the file's.</source>
        <translation>训练所用影像的像元大小；0 表示取自文件。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Divisor</source>
        <translation>除数</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>What values are divided by first: 255 for bytes, 1 for values as they are.</source>
        <translation>首先用它去除各值：字节数据为 255，按原值使用则为 1。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Means</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Subtracted after that, one for each band; empty takes the file's, or 0.</source>
        <translation>随后减去的值，每个波段一个；留空则取自文件，否则为 0。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Deviations</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Divided by after that, one for each band; empty takes the file's, or 1.</source>
        <translation>再除以的值，每个波段一个；留空则取自文件，否则为 1。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Margin</source>
        <translation>边缘</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Dropped at every side of a tile; −1 takes half the file's overlap.</source>
        <translation>图块每边舍弃的宽度；−1 表示取文件中重叠的一半。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>What the numbers are that the model gives; auto looks at them.</source>
        <translation>模型给出的是什么数值；auto 则自动判断。</translation>
    </message>
    <message>
        <location filename="../../core/interchange/import_parameters.py"/>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <location filename="../../core/interchange/jobs.py"/>
        <source>Side of the tiles that the graph takes; 0 chooses it.</source>
        <translation>计算图接收的图块边长；0 表示自动选择。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>Names of the classes in the order of the labels' numbers; empty takes the data set's.</source>
        <translation>按标签编号顺序排列的类别名称；留空则取自数据集。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>Kind of labels</source>
        <translation>标签类型</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>Auto takes masks before COCO before YOLO.</source>
        <translation>auto 优先取掩膜，其次 COCO，再次 YOLO。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>masks</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>coco</source>
        <translation>COCO</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>yolo</source>
        <translation>YOLO</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/jobs.py"/>
        <source>Of tiles that have no place on the map, such as PNG.</source>
        <translation>用于在地图上没有位置的图块，如 PNG。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Side of the tiles.</source>
        <translation>图块边长。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Stride</source>
        <translation>步长</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Step between neighbouring tiles.</source>
        <translation>相邻图块之间的步长。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>GeoTIFF keeps all bands, values and the place; PNG has three bands of 8 bits.</source>
        <translation>GeoTIFF 保留所有波段、数值和位置；PNG 为三个 8 位波段。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>tif</source>
        <translation>tif</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>png</source>
        <translation>png</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>YOLO labels</source>
        <translation>YOLO 标签</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>A text file for each tile: class and box of every object.</source>
        <translation>每个图块一个文本文件：每个目标的类别和外框。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>COCO labels</source>
        <translation>COCO 标签</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>A JSON file for each part: classes, tiles, boxes of objects.</source>
        <translation>每个部分一个 JSON 文件：类别、图块、目标外框。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Validation share</source>
        <translation>验证占比</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Share of the tiles.</source>
        <translation>占图块的比例。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Without data, at most</source>
        <translation>无数据上限</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Tiles of which a larger share has no data are left out.</source>
        <translation>无数据占比更大的图块将被剔除。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Labelled, at least</source>
        <translation>标注下限</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Tiles of which a smaller share is labelled are left out.</source>
        <translation>标注占比更小的图块将被剔除。</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Hard below</source>
        <translation>困难阈值</translation>
    </message>
    <message>
        <location filename="../../core/labels/datasets/tile_export_settings.py"/>
        <source>Tiles are listed as hard where a class other than background covers less than this share.</source>
        <translation>除背景外有某一类别占比低于此值的图块列为困难图块。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Write the classes' probabilities too, one band a class.</source>
        <translation>同时写出各类别的概率，每个类别一个波段。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Write how unsure the model is, too.</source>
        <translation>同时写出模型的不确定程度。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Average over symmetries</source>
        <translation>对称变换取平均</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Look at every tile in its eight symmetries: slower, a little better.</source>
        <translation>对每个图块按八种对称变换各看一次：较慢，稍好一些。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Blend tiles</source>
        <translation>融合图块</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Blend overlapping tiles; for smooth probability maps.</source>
        <translation>融合相互重叠的图块；用于得到平滑的概率图。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Resample to the model's pixel size</source>
        <translation>重采样到模型的像元大小</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Bring the imagery to the pixel size that the model was trained on.</source>
        <translation>将影像转换为模型训练时的像元大小。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Fit the scaling to this scene</source>
        <translation>按此影像调整缩放</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Bring the scene’s values to those of the training, by the percentiles or the whole histogram of its bands, or by the percentiles and the moments of a network’s layers; auto does the last where the scene looks different.</source>
        <translation>将此影像的值调整到训练影像的值：按波段的百分位数、按整个直方图，或按百分位数并使用网络各层在此影像上的统计量；auto 仅在影像看起来不同时采用最后一种。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>as trained</source>
        <translation>按训练时</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>percentiles</source>
        <translation>百分位数</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>batch statistics</source>
        <translation>批统计量</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>The model’s threshold</source>
        <translation>模型自带的阈值</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Use the threshold of one class that was kept in the model, if there is one.</source>
        <translation>如果模型中保存了某一类别的阈值，则使用该阈值。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>One class against the rest</source>
        <translation>单一类别对其余类别</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>A class that is drawn wherever its probability reaches the threshold, and the likeliest of the rest elsewhere; empty takes what the model remembers.</source>
        <translation>概率达到阈值处绘制为该类别，其他地方取其余类别中最可能的一类；留空则采用模型所记住的。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>The least probability of that class: less finds more of it, more finds it more surely.</source>
        <translation>该类别的最小概率：值越小，找到的越多；值越大，找到的越可靠。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Side of the tiles; 0 chooses it.</source>
        <translation>图块边长；0 表示自动选择。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Tiles at a time; 0 chooses it.</source>
        <translation>一次处理的图块数；0 表示自动选择。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>tiles</source>
        <translation>个图块</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>Engine</source>
        <translation>推理引擎</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>What computes the network; auto takes the fastest.</source>
        <translation>用什么计算网络；auto 取最快的。</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>torch</source>
        <translation>torch</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>onnxruntime</source>
        <translation>onnxruntime</translation>
    </message>
    <message>
        <location filename="../../core/prediction/jobs.py"/>
        <source>openvino</source>
        <translation>openvino</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>Log-ratio</source>
        <translation>对数比</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>Centred: each part over the geometric mean of all. Additive: each over one of them. Isometric: balances of the first parts and the next one, one fewer than there are parts, free of each other.</source>
        <translation>中心化：每个组分除以全部组分的几何平均。加性：每个组分除以其中一个。等距：前面各组分与下一个组分的平衡，比组分数少一个，彼此独立。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>centred</source>
        <translation>中心化</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>additive</source>
        <translation>加性</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>isometric</source>
        <translation>等距</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>Divided by</source>
        <translation>除以</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>The part by which the others are divided (additive); empty takes the last.</source>
        <translation>其他组分所除以的组分（加性）；留空则取最后一个。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>Units (such as %, %, ppm)</source>
        <translation>单位（例如 %, %, ppm）</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>Of each part in order, or one for all: %, ppm, mg/kg, g/t, ppb. Empty takes all to be in the same unit.</source>
        <translation>按顺序给出各组分的单位，或为全部给出一个：%、ppm、mg/kg、g/t、ppb。留空则视为同一单位。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>Detection limits</source>
        <translation>检出限</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>Of each part in order and in its unit, or one for all. What lies below, 0 too, becomes 65 % of the limit; the other parts give way in proportion. Empty takes the smallest value above 0 that the part has.</source>
        <translation>按顺序以各自单位给出，或为全部给出一个。低于检出限的值（包括 0）变为检出限的 65 %，其余组分按比例让出。留空则取该组分大于 0 的最小值。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>Negative values mean “less than”</source>
        <translation>负值表示“小于”</translation>
    </message>
    <message>
        <location filename="../../core/preparation/compositions/parameters.py"/>
        <source>−0.5 then stands for less than 0.5, as laboratories write it; otherwise negative parts are refused.</source>
        <translation>此时 −0.5 表示小于 0.5，实验室常这样写；否则拒绝负值。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>Background of the bands</source>
        <translation>波段的背景</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>What is taken from the bands to leave their detail: their mean in each coarse pixel, or this smoothed by a Gaussian.</source>
        <translation>从波段中减去什么以留下细节：每个粗像元内的平均值，或其经高斯平滑后的值。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>Width of the Gaussian</source>
        <translation>高斯宽度</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>Its standard deviation, in coarse pixels.</source>
        <translation>其标准差，以粗像元计。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>Relation to the bands</source>
        <translation>与波段的关系</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>Least squares takes all bands together; correlation each by itself, and the mean of what they say.</source>
        <translation>最小二乘同时使用所有波段；相关则每个波段单独使用，再取其平均。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>least squares</source>
        <translation>最小二乘</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>correlation</source>
        <translation>相关</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <location filename="../../core/preparation/fusion/parameters.py"/>
        <source>Within how many coarse pixels the relation is told, at every place anew; 0 tells one for the whole raster.</source>
        <translation>在多少个粗像元范围内建立关系，逐处重新建立；0 表示整幅栅格使用同一关系。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>The field itself, reduced and continued as set below, in nT.</source>
        <translation>磁场本身，按下面的设置化极和延拓，单位 nT。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Vertical derivative</source>
        <translation>垂向导数</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>How the field grows downwards, in nT/m: sharpens what lies shallow.</source>
        <translation>磁场向下增大的快慢，单位 nT/m：突出浅部。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Horizontal derivatives</source>
        <translation>水平导数</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>How the field grows to the east and to the north, in nT/m.</source>
        <translation>磁场向东和向北增大的快慢，单位 nT/m。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Total gradient</source>
        <translation>总梯度</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Length of the gradient (analytic signal), in nT/m: highest over the sources' edges.</source>
        <translation>梯度的模（解析信号），单位 nT/m：在场源边缘上方最大。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Tilt</source>
        <translation>倾斜角</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Angle of the gradient, in degrees: shows weak and strong sources alike; 0 near their edges.</source>
        <translation>梯度的角度，单位度：弱源和强源同样显示；在边缘附近为 0。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Reduce to the pole</source>
        <translation>化极</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Moves anomalies over their sources, as if the field were vertical.</source>
        <translation>把异常移到场源上方，如同磁场是垂直的。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Inclination</source>
        <translation>磁倾角</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Of the field, down is positive; empty is told from place and year.</source>
        <translation>磁场的倾角，向下为正；留空则由位置和年份得出。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Declination</source>
        <translation>磁偏角</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Of the field from true north, east is positive; empty is told from place and year.</source>
        <translation>磁场相对真北的偏角，向东为正；留空则由位置和年份得出。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Year of the survey</source>
        <translation>测量年份</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Tells inclination and declination by the reference field, such as 1998.5.</source>
        <translation>由参考场得出磁倾角和磁偏角，例如 1998.5。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Least inclination</source>
        <translation>最小磁倾角</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Near the equator the reduction is damped as if the field dipped as much as this.</source>
        <translation>在赤道附近，化极按磁场倾角至少为该值来压制。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Continued upwards by</source>
        <translation>向上延拓</translation>
    </message>
    <message>
        <location filename="../../core/preparation/magnetics/parameters.py"/>
        <source>Smooths as if the survey had flown higher.</source>
        <translation>使其平滑，如同测量飞得更高。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/parameters.py"/>
        <source>Weights (such as 0.2, 0.4, 0.4)</source>
        <translation>权重（例如 0.2, 0.4, 0.4）</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/parameters.py"/>
        <source>Of the multispectral bands in order, with commas between: how much each adds to what the panchromatic band sees, such as 0.2, 0.4, 0.4, 0 where the fourth lies beyond its spectrum. They are brought to a sum of 1; empty lets all weigh alike.</source>
        <translation>按顺序给出各多光谱波段的权重，用逗号分隔：每个波段对全色波段的贡献，例如 0.2, 0.4, 0.4, 0（第四个波段在其光谱范围之外）。权重会归一化为和为 1；留空则权重相同。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/parameters.py"/>
        <source>Interpolation</source>
        <translation>插值</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/parameters.py"/>
        <source>How the multispectral bands are brought to the finer pixels.</source>
        <translation>多光谱波段如何插值到更小的像元。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/parameters.py"/>
        <source>cubic spline</source>
        <translation>三次样条</translation>
    </message>
    <message>
        <location filename="../../core/preparation/pansharpening/parameters.py"/>
        <source>lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Ordinary kriging weighs points by a fitted variogram and tells its standard error; a thin-plate spline is the smoothest surface through the points (minimum curvature); inverse distance and nearest need no model.</source>
        <translation>普通克里金按拟合的变异函数为各点加权，并给出标准误差；薄板样条是通过各点的最光滑曲面（最小曲率）；反距离和最近点不需要模型。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>ordinary kriging</source>
        <translation>普通克里金</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>thin plate spline</source>
        <translation>薄板样条</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>inverse distance</source>
        <translation>反距离</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Neighbours</source>
        <translation>邻点数</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>How many of the nearest points tell a value (kriging, inverse distance).</source>
        <translation>由多少个最近的点得出数值（克里金、反距离）。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Variogram model</source>
        <translation>变异函数模型</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Best takes the one that fits closest.</source>
        <translation>“最佳”取拟合最好的一个。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>spherical</source>
        <translation>球状</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Semivariance at no distance, in the values' unit squared; empty is fitted.</source>
        <translation>距离为零时的半方差，单位为数值单位的平方；留空则拟合。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Semivariance that is reached far away, nugget included; empty is fitted.</source>
        <translation>远处达到的半方差，含块金值；留空则拟合。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Range</source>
        <translation>变程</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Distance from which points tell nothing of each other; empty is fitted.</source>
        <translation>超过该距离，点与点之间不再相关；留空则拟合。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Power of the distance</source>
        <translation>距离的幂</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>How fast a point loses weight (inverse distance).</source>
        <translation>点的权重随距离下降的快慢（反距离）。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>0 leads the spline through every point; more lets it pass by.</source>
        <translation>0 使样条通过每个点；值越大越允许偏离。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Farthest from a point</source>
        <translation>距点最远</translation>
    </message>
    <message>
        <location filename="../../core/preparation/points/parameters.py"/>
        <source>Pixels farther than this from every point get no value; empty fills all.</source>
        <translation>距所有点都比这更远的像元没有值；留空则全部填充。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Ratios</source>
        <translation>比值</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>K/Th, U/Th, U/K and K·U/Th (the F parameter, high where potassium was brought in).</source>
        <translation>K/Th、U/Th、U/K 和 K·U/Th（F 参数，钾带入处较高）。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Shares</source>
        <translation>份额</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Of K, Th and U in their sum, each as a multiple of its mean: three bands that sum up to 1.</source>
        <translation>K、Th、U 在其总和中的份额，各以其平均值的倍数计：三个波段之和为 1。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Ternary picture</source>
        <translation>三元图</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Red potassium, green thorium, blue uranium, from 0 to 255, stretched between percentiles. It comes first.</source>
        <translation>红为钾、绿为钍、蓝为铀，取值 0 到 255，在百分位之间拉伸。这三个波段排在最前。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Least potassium</source>
        <translation>最低钾含量</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Below it no ratio that it is in is told.</source>
        <translation>低于该值时，不给出含有它的比值。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Least thorium</source>
        <translation>最低钍含量</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>ppm</source>
        <translation>ppm</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Least uranium</source>
        <translation>最低铀含量</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Clipped at each end</source>
        <translation>两端截去</translation>
    </message>
    <message>
        <location filename="../../core/preparation/radiometrics/parameters.py"/>
        <source>Of the values, in the ternary picture.</source>
        <translation>三元图中被截去的数值比例。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Sensor</source>
        <translation>传感器</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Tells which band is which: from the bands' names (B04, SR_B4, Red) or, where they have none, from their number. By number, b1 is the first chosen band, unless the bands' own names are such numbers.</source>
        <translation>说明各波段是哪一个：依据波段名称（B04、SR_B4、Red），没有名称时依据波段数目。按编号时，b1 为所选的第一个波段，除非波段自己的名称就是这样的编号。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>by number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Indices (names with commas between, or all)</source>
        <translation>指数（名称用逗号分隔，或 all）</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Of the sensor. Every sensor has ndvi, ndwi, ferric_iron, ferrous_iron, ferrous_silicates, ferric_oxides, gossan and clay; Landsat and Sentinel-2 iron_oxide; ASTER laterite, aloh, alunite_kaolinite, kaolinite, muscovite, phengite, mgoh, carbonate_chlorite, epidote and dolomite, with thermal bands carbonate, quartz, mafic, silica.</source>
        <translation>该传感器的指数。每种传感器都有 ndvi、ndwi、ferric_iron、ferrous_iron、ferrous_silicates、ferric_oxides、gossan 和 clay；Landsat 和 Sentinel-2 还有 iron_oxide；ASTER 还有 laterite、aloh、alunite_kaolinite、kaolinite、muscovite、phengite、mgoh、carbonate_chlorite、epidote 和 dolomite，含热红外波段时还有 carbonate、quartz、mafic、silica。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Expressions (such as iron = b4 / b2)</source>
        <translation>表达式（例如 iron = b4 / b2）</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Your own, with semicolons between, such as iron = b4 / b2; depth = (b5 + b7) / b6. There are + - * / **, abs, sqrt, exp, ln, log10, min, max. Bands by number (b4), part (red, nir, swir1), name in quotation marks, or wavelength in nm (w2200: the nearest band).</source>
        <translation>您自己的表达式，以分号分隔，例如 iron = b4 / b2; depth = (b5 + b7) / b6。可用 + - * / **、abs、sqrt、exp、ln、log10、min、max。波段可用编号（b4）、谱段（red、nir、swir1）、加引号的名称，或以 nm 为单位的波长（w2200：最近的波段）。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>East</source>
        <translation>东</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>The place’s first coordinate, in the imagery’s system.</source>
        <translation>该位置的第一个坐标，采用影像的坐标系。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>North</source>
        <translation>北</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>The place’s second coordinate, in the imagery’s system.</source>
        <translation>该位置的第二个坐标，采用影像的坐标系。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>How far around the place its values are averaged; 0 takes its pixel alone.</source>
        <translation>在该位置周围多远范围内取平均；0 只取其像元。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Components</source>
        <translation>成分数</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>How many are kept; never more than there are bands.</source>
        <translation>保留多少个；不会多于波段数。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Lets every band weigh alike, whatever its unit: the components of the correlations.</source>
        <translation>使各波段不论单位权重相同：即相关矩阵的主成分。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Use bad bands too</source>
        <translation>坏波段也使用</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>Bands that the file's own list calls bad are left out otherwise.</source>
        <translation>否则会去掉文件自带列表中标为坏的波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/spectral/parameters.py"/>
        <source>How many are kept, the least noisy first; never more than there are bands.</source>
        <translation>保留多少个，噪声最小的在前；不会多于波段数。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Slope</source>
        <translation>坡度</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Steepness in degrees (Horn's method).</source>
        <translation>以度为单位的坡度（Horn 方法）。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Aspect</source>
        <translation>坡向</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Which way the ground falls, as sine (eastness) and cosine (northness); 0 where it is level.</source>
        <translation>地面倾向的方位，以正弦（偏东）和余弦（偏北）表示；平地为 0。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Curvature</source>
        <translation>曲率</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>How the ground bends along the slope and across it, in 1/m; above 0 where it bulges.</source>
        <translation>地面沿坡向和垂直坡向的弯曲程度，单位 1/m；凸起处大于 0。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Hillshade</source>
        <translation>山体阴影</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Light from four directions at once, from 0 (dark) to 1, so that no valley is hidden.</source>
        <translation>同时来自四个方向的光照，从 0（暗）到 1，任何山谷都不会被遮住。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Relief</source>
        <translation>起伏度</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>The highest less the lowest elevation within the radius, in m.</source>
        <translation>半径内最高与最低高程之差，单位 m。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Topographic position</source>
        <translation>地形位置</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Elevation less the mean of what lies within the radius, in m: ridge or valley.</source>
        <translation>高程减去半径内的平均高程，单位 m：山脊或山谷。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Roughness</source>
        <translation>粗糙度</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Root of the summed squares of the differences to the eight neighbours, in m.</source>
        <translation>与八个相邻像元之差的平方和的平方根，单位 m。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Wetness</source>
        <translation>湿度指数</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>How much ground drains through a pixel, against its slope (topographic wetness index).</source>
        <translation>流经一个像元的汇水面积与其坡度之比（地形湿度指数）。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>How far around a pixel relief and topographic position look.</source>
        <translation>起伏度和地形位置在像元周围看多远。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Height of the light</source>
        <translation>光源高度角</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Above the horizon.</source>
        <translation>地平线以上的角度。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>Metres in a unit of elevation</source>
        <translation>高程单位合多少米</translation>
    </message>
    <message>
        <location filename="../../core/preparation/terrain/parameters.py"/>
        <source>0.3048 where elevations are in feet.</source>
        <translation>高程以英尺为单位时为 0.3048。</translation>
    </message>
    <message>
        <location filename="../../core/review/jobs.py"/>
        <source>Tiles</source>
        <translation>图块</translation>
    </message>
    <message>
        <location filename="../../core/review/jobs.py"/>
        <source>How many are chosen in a round.</source>
        <translation>每一轮选取多少个。</translation>
    </message>
    <message>
        <location filename="../../core/review/jobs.py"/>
        <source>Side of a tile</source>
        <translation>图块边长</translation>
    </message>
    <message>
        <location filename="../../core/review/jobs.py"/>
        <source>In pixels of the prediction.</source>
        <translation>以预测结果的像元为单位。</translation>
    </message>
    <message>
        <location filename="../../core/review/jobs.py"/>
        <source>Random places</source>
        <translation>随机位置</translation>
    </message>
    <message>
        <location filename="../../core/review/jobs.py"/>
        <source>So many are mixed in, each a pixel, to tell how right the map is; they are never learned from.</source>
        <translation>混入这么多个，每个为一个像元，用于说明图的正确程度；从不用于学习。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>The network or classifier to train.</source>
        <translation>要训练的网络或分类器。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Model settings</source>
        <translation>模型设置</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>The model's own settings by name.</source>
        <translation>模型自身的设置，按名称给出。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Committee</source>
        <translation>模型组合</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>With classifiers, a maximum likelihood and a support vector machine are trained beside the network, and what all three make of a pixel is averaged, in one model file. Forest elsewhere: a random forest is trained beside it, which counts only where a scene looks different from the training’s. Auto does the first where labels are few, else the second.</source>
        <translation>选择“带分类器”时，会在网络旁边训练最大似然和支持向量机，并对三者给每个像素的结果取平均，保存在同一个模型文件中。“别处加森林”：在网络旁边训练一个随机森林，只有在影像看起来与训练影像不同时它才参与。“自动”在标注很少时采用前者，否则采用后者。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>For other scenes too, a network learns from strongly changed colours, so that it doesn’t rely on this scene’s light, season and sensor, and each of several training scenes is scaled by its own values, as the scenes it maps later are. The map of this scene may be a little worse.</source>
        <translation>若也用于其他影像，网络会从大幅改变的颜色中学习，从而不依赖本影像的光照、季节和传感器；多个训练影像各按自身数值缩放，以后制图的影像也是如此。本影像的制图结果可能略差。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Missing layers</source>
        <translation>缺失图层</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>What happens where some rasters of the stack have no data: such pixels are left out, or masked: what is missing counts as its mean, and rasters are hidden at random in training, so that the model maps, too, where they end. A raster beside the map then tells which pixels lacked what.</source>
        <translation>叠加影像中某些栅格无数据之处如何处理：此类像元被略去，或被掩膜：缺失的数值按其平均值计，训练时随机隐藏栅格，使模型在栅格终止之处也能制图。此时地图旁有一个栅格说明哪些像元缺少什么。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>masked</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Hide layers</source>
        <translation>隐藏图层</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How often each raster of the stack is hidden from what is learned from, where missing ones are masked.</source>
        <translation>在掩膜缺失图层时，每个栅格在学习样本中被隐藏的比例。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Side of the square pieces that a network sees.</source>
        <translation>网络所看方形影像块的边长。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Step between neighbouring tiles; a smaller one gives more tiles an epoch.</source>
        <translation>相邻图块之间的步长；步长越小，每轮的图块越多。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Resize tiles to</source>
        <translation>图块缩放到</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Tiles are shrunk to this side before the network sees them; empty keeps them.</source>
        <translation>网络处理之前将图块缩小到此边长；留空则不变。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Tiles an epoch</source>
        <translation>每轮图块数</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How many tiles make one epoch; empty takes what the stride gives.</source>
        <translation>一轮包含多少图块；留空则由步长决定。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Favour rare classes</source>
        <translation>偏重稀少类别</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>0 draws tiles as classes occur, 1 shows every class equally often.</source>
        <translation>0 按类别出现的频率抽取图块，1 使各类别出现机会相同。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How bands are scaled; percentiles are robust against outliers.</source>
        <translation>波段如何缩放；百分位数不受异常值影响。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How validation pixels are held back; random tiles leak, for reproduction only.</source>
        <translation>验证像元如何留出；随机图块会造成泄漏，仅用于重现论文。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>polygons</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>scenes</source>
        <translation>景</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>random tiles</source>
        <translation>随机图块</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Share of the labels held back to measure the model.</source>
        <translation>留出用于评价模型的标签占比。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Share of the labels that not even the choice of the best epoch sees.</source>
        <translation>连选择最佳轮次时都不使用的标签占比。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Side of the blocks of the spatial split; empty fits it to the labels and to how far the rest of the scene is from them.</source>
        <translation>空间划分的分块边长；留空则根据标签以及影像其余部分到标签的距离确定。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Gap</source>
        <translation>间隔</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Width of the unused strip between training and validation; empty leaves 16 px, and none where labels lie all over the scene.</source>
        <translation>训练与验证之间不使用的条带宽度；留空则为 16 px，标签遍布整景影像时则不留条带。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Learn from everything in the end</source>
        <translation>最后从全部数据学习</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>What is held back measures; then the model is trained anew on all labels, for as many steps. “auto” does so where labels are few, and for classifiers.</source>
        <translation>留出部分用于测量；然后模型用所有标签以同样多的步数重新训练。“auto”在标签较少时和对分类器这样做。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>always</source>
        <translation>总是</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Adapt to few polygons</source>
        <translation>适应少量多边形</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Up to 120 polygons with nothing labelled around them are learned with strongly changed tiles, a pixel branch, 40 epochs at most and the last one kept, so that they aren’t learned by heart; classifiers learn from every pixel. What you set yourself stays. Probabilities of a network with classifiers beside it, a random forest or a support vector machine are brought nearer to the classes’ shares of the imagery.</source>
        <translation>多边形不超过 120 个且其周围没有标注时，采用强烈的图块增强、像素分支，最多训练 40 轮并保留最后一轮，以免模型死记样本；分类器从每个像元学习。您自行设置的值保持不变。旁有分类器的网络、随机森林和支持向量机的概率会更接近各类别在影像中的占比。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Mirror tiles left-right and up-down.</source>
        <translation>将图块左右、上下镜像。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Quarter turns</source>
        <translation>直角旋转</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Turn tiles by 90, 180 and 270 degrees.</source>
        <translation>将图块旋转 90、180 和 270 度。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Free rotation</source>
        <translation>任意旋转</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Largest turn to either side.</source>
        <translation>向任一方向的最大旋转角度。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Largest lengthening or shortening of either axis, as a share.</source>
        <translation>任一轴的最大拉长或缩短，按比例。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Random crop</source>
        <translation>随机裁剪</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Cut the tile at random from a larger one.</source>
        <translation>从较大的图块中随机裁出。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Centre crop</source>
        <translation>中心裁剪</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Cut the tile from the middle of a larger one.</source>
        <translation>从较大的图块正中裁出。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Colour jitter</source>
        <translation>颜色抖动</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Largest change of brightness and contrast, as a share.</source>
        <translation>亮度和对比度的最大变化，按比例。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Deviation of Gaussian noise, in normalised units.</source>
        <translation>高斯噪声的标准差，以归一化单位计。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>What training makes small.</source>
        <translation>训练使之减小的量。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>focal</source>
        <translation>Focal</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Weight of the Dice part beside the cross-entropy.</source>
        <translation>Dice 部分相对于交叉熵的权重。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>γ</source>
        <translation>γ</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How strongly the focal loss turns to hard pixels.</source>
        <translation>Focal 损失偏重困难像元的程度。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Class weights</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Give rare classes more weight in the loss.</source>
        <translation>在损失中给稀少类别更大的权重。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>median frequency</source>
        <translation>中位数频率</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Weight of corrections</source>
        <translation>改正的权重</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How many drawn pixels one counts for that was corrected by hand.</source>
        <translation>一个手工改正的像元相当于多少个绘制的像元。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Weight of reviewed places</source>
        <translation>复查处的权重</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How many drawn pixels one counts for where a map was looked at and found right; 0 leaves them out.</source>
        <translation>一个经查看并认定正确的像元相当于多少个绘制的像元；0 表示不用。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Keep of the old model</source>
        <translation>保留旧模型的比例</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How much of the weights of the model that training goes on from is in the one that is kept: 0 is what was learned last, 0.5 the mean of both, which forgets less where the new labels are few.</source>
        <translation>所保留的模型中含有多少继续训练所用旧模型的权重：0 表示只取最后学到的，0.5 表示取两者的平均；新标注很少时，这样遗忘得更少。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How weights are changed.</source>
        <translation>如何更新权重。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Size of the steps; lower it when the loss jumps or becomes infinite.</source>
        <translation>每步的大小；损失跳动或变为无穷大时请降低。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Of SGD.</source>
        <translation>用于 SGD。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Pull of the weights towards zero.</source>
        <translation>使权重趋向零的力度。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How the learning rate changes over the training.</source>
        <translation>学习率在训练过程中如何变化。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>one cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Steps over which the learning rate rises.</source>
        <translation>学习率上升所用的步数。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Clip gradients at</source>
        <translation>梯度裁剪上限</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Largest norm of the gradient; 0 switches it off.</source>
        <translation>梯度的最大范数；0 表示不裁剪。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Tiles in one step.</source>
        <translation>一步所用的图块数。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>When to stop</source>
        <translation>何时停止</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>How often the training data is gone through.</source>
        <translation>训练数据完整使用的次数。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Time at which training ends, with what is best by then; empty sets no limit.</source>
        <translation>训练在此时间结束，采用到那时为止的最佳结果；留空则不限时间。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Patience</source>
        <translation>容忍轮数</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Epochs without progress after which training ends; 0 never ends it early.</source>
        <translation>连续这么多轮没有进步即结束训练；0 表示从不提前结束。</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>Epoch kept</source>
        <translation>保留的轮次</translation>
    </message>
    <message>
        <location filename="../../core/training/settings/recipe.py"/>
        <source>The best by a measure on the validation part, or the last: few labels held back can't tell epochs apart.</source>
        <translation>验证部分上某项指标最佳的轮次，或最后一轮：留出的标注很少时无法区分各轮次。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Opening</source>
        <translation>开运算</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Removes what is thinner than twice this many pixels of a class, by class name.</source>
        <translation>去除某类别中比该像元数的两倍更细的部分，按类别名称设置。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Closing</source>
        <translation>闭运算</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Fills gaps thinner than twice this many pixels in a class, by class name.</source>
        <translation>填补某类别中比该像元数的两倍更窄的空隙，按类别名称设置。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Majority</source>
        <translation>众数滤波</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Gives every pixel the class that most have within so many pixels of it; 0 leaves it.</source>
        <translation>使每个像元取其周围该像元数范围内最多的类别；0 表示不处理。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Smallest patch</source>
        <translation>最小图斑</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Gives patches smaller than this to the largest neighbour; 0 leaves them.</source>
        <translation>将小于此值的图斑并入最大的相邻图斑；0 表示不处理。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>m²</source>
        <translation>平方米</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Smallest polygon</source>
        <translation>最小多边形</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Patches smaller than this go to their largest neighbour first; 0 keeps all.</source>
        <translation>首先将小于此值的图斑并入最大的相邻图斑；0 表示全部保留。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Simplify</source>
        <translation>简化</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Corners that stand out by about this much are taken away, on both sides of a border alike.</source>
        <translation>去除凸出约此长度的拐点，边界两侧同样处理。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>How often corners are rounded, on both sides of a border alike; 0 leaves them.</source>
        <translation>拐角平滑的次数，边界两侧同样处理；0 表示不处理。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Names of the classes to draw; none draws all.</source>
        <translation>要绘制的类别名称；不填则全部绘制。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Shortest line</source>
        <translation>最短线长</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Shorter lines are left out.</source>
        <translation>更短的线将被剔除。</translation>
    </message>
    <message>
        <location filename="../../core/vectorise/parameters.py"/>
        <source>Points that stand out by less than this are taken away.</source>
        <translation>去除凸出不到此值的点。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Band ratios</source>
        <translation>波段比值</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Adds (a − b) / (a + b) of pairs of bands: of bands next to each other, or of all pairs.</source>
        <translation>加入成对波段的 (a − b) / (a + b)：相邻波段，或所有两两组合。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>neighbours</source>
        <translation>相邻波段</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Neighbourhood</source>
        <translation>邻域</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Adds every band's mean and deviation within so many pixels of a pixel; 0 adds none.</source>
        <translation>加入每个波段在像元周围该像元数范围内的均值和标准差；0 表示不加。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Scales</source>
        <translation>尺度数</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Adds every band smoothed over 1, 2, 4… px with its slope and its ridges: so many scales; 0 adds none.</source>
        <translation>加入各波段在 1、2、4…像元上平滑后的值及其坡度和脊线：尺度个数；0 表示不加。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Random filters</source>
        <translation>随机滤波器</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Adds what so many random filters of 7 px answer, like a network’s first layer that never learned: they tell textures apart; 0 adds none.</source>
        <translation>加入这么多个 7 像元随机滤波器的响应，如同一个从未学习过的网络的第一层：它们能区分纹理；0 表示不加。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Trees</source>
        <translation>树的数量</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>More trees give smoother maps and take longer, in proportion.</source>
        <translation>树越多，结果图越平滑，用时按比例增加。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Variables per split</source>
        <translation>每次分裂的变量数</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How many randomly chosen bands or features a split looks at; empty takes the square root of their number.</source>
        <translation>一次分裂随机选看多少个波段或特征；留空则取其总数的平方根。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Leaves per tree</source>
        <translation>每棵树的叶数</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The most leaves of one tree; fewer predict faster, empty lets trees grow until their leaves are pure.</source>
        <translation>一棵树最多的叶节点数；越少预测越快，留空则生长到叶节点纯净为止。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Levels per band</source>
        <translation>每波段级数</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Every band is cut into so many levels before trees grow; fewer predict faster and take less memory.</source>
        <translation>建树之前将每个波段分成多少级；越少预测越快，占内存越少。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Pixels per leaf</source>
        <translation>每叶像元数</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The fewest training pixels in one leaf; more give smoother maps.</source>
        <translation>一个叶节点最少的训练像元数；越多结果图越平滑。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>“balanced” counts a rare class's pixels as often as a common one's.</source>
        <translation>“平衡”使稀少类别的像元与常见类别的像元同等计数。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Training sample</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Share of pixels</source>
        <translation>像元占比</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The share of each class's pixels that is learned from.</source>
        <translation>每个类别用于学习的像元占比。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>At least per class</source>
        <translation>每类至少</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>So many pixels of each class are learned from (where there are as many), however small the share.</source>
        <translation>无论占比多小，每个类别至少学习这么多像元（如果有这么多）。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>At most in all</source>
        <translation>总数上限</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The classes' shares are kept when the sample is cut down to so many pixels.</source>
        <translation>样本削减到这么多像元时，保持各类别的比例。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>What a wrongly classified training pixel costs: higher follows the training pixels closer. The papers use 1.</source>
        <translation>训练像元被错分的代价：越高越贴合训练像元。论文中取 1。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How narrow the kernel is, on features of unit deviation; empty takes 1 / number of features.</source>
        <translation>核函数的窄度，针对单位标准差的特征；留空则取 1 / 特征数。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>The training sample is cut down to so many pixels, keeping the classes' shares: time grows with its square.</source>
        <translation>训练样本削减到这么多像元，并保持各类别的比例：用时随其平方增长。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Priors</source>
        <translation>先验概率</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How likely a class is beforehand: by its share of the training pixels, or all alike.</source>
        <translation>事先认为一个类别有多大可能：按训练像元的比例，或各类相同。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>shares</source>
        <translation>按比例</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>Pulls every class's covariance towards a sphere; where one is singular it is pulled by itself, with a note.</source>
        <translation>使各类别的协方差趋向球形；协方差奇异时会自动进行，并给出提示。</translation>
    </message>
    <message>
        <location filename="../../models/classifier_parameters.py"/>
        <source>How closely the training pixels are followed: lower gives smoother scores.</source>
        <translation>对训练像元拟合的紧密程度：越低，得分越平滑。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the first level, doubled in each deeper one; fewer learn and map faster.</source>
        <translation>第一层的通道数，每深一层加倍；越少学习和制图越快。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>How many times the image is halved: each step doubles what a pixel sees.</source>
        <translation>影像减半的次数：每次使一个像元的感受野加倍。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Pixel branch</source>
        <translation>像元分支</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>A second, small network that looks at single pixels has an equal say: steadier where polygons are few.</source>
        <translation>另一个只看单个像元的小网络有同等的发言权：多边形较少时结果更稳定。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the first level; fewer learn and map faster.</source>
        <translation>第一层的通道数；越少学习和制图越快。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Any convolutional network of the timm library by name, such as resnet34, vgg16 or convnext_tiny.</source>
        <translation>timm 库中任一卷积网络的名称，如 resnet34、vgg16 或 convnext_tiny。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Weights learned on photographs: imagenet, or dinov3 without labels (convnext_tiny, vit_small_patch16_dinov3); on satellite imagery (resnet50): Sentinel-1 and 2 with labels, ssl4eo_s12 and softcon on all 13 bands of Sentinel-2 without; or none.</source>
        <translation>在照片上学到的权重：imagenet，或无标注学习的 dinov3（convnext_tiny、vit_small_patch16_dinov3）；在卫星影像上学到的权重（resnet50）：有标注的 Sentinel-1 和 2，或无标注、使用 Sentinel-2 全部 13 个波段的 ssl4eo_s12 和 softcon；或不使用。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Weight file</source>
        <translation>权重文件</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>A .safetensors or .pth file with weights of this encoder; used in place of a download.</source>
        <translation>含有该编码器权重的 .safetensors 或 .pth 文件；用来代替下载。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>First convolution</source>
        <translation>首层卷积</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Which pretrained filter a band gets: the one of its colour by name and the others none, all filters in turn, their mean, or random ones.</source>
        <translation>各波段使用哪个预训练卷积核：按名称取对应颜色的卷积核、其余不取，依次循环使用所有卷积核，取其均值，或随机。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>by name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>cycled</source>
        <translation>循环</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Decoder width</source>
        <translation>解码器宽度</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the finest level, doubled in each deeper one up to eightfold.</source>
        <translation>最细一级的通道数，每深一级加倍，最多八倍。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>The head learns from so many pixels at most, those of rare classes first.</source>
        <translation>头最多从这么多像元中学习，稀有类别优先。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Head width</source>
        <translation>头部宽度</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the two layers between encoder and class scores.</source>
        <translation>编码器与类别得分之间两层的通道数。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Share of their values that is left out in training.</source>
        <translation>训练时舍弃其数值的比例。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Output stride</source>
        <translation>输出步幅</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Pixels of the image in one of the deepest map: 8, 16 or 32; fewer keep detail and cost time and memory.</source>
        <translation>最深层特征图的一个像元对应影像的像元数：8、16 或 32；越小细节越多，用时和内存也越多。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Channels of the pyramid of dilated convolutions.</source>
        <translation>空洞卷积金字塔的通道数。</translation>
    </message>
    <message>
        <location filename="../../models/network_parameters.py"/>
        <source>Pixels of the image in one of the deepest map: 8 or 16; fewer keep detail and cost time and memory.</source>
        <translation>最深层特征图的一个像元对应影像的像元数：8 或 16；越小细节越多，用时和内存也越多。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>U-Net</source>
        <translation>U-Net</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>The classic, and what every paper compares with; learns from nothing, any bands.</source>
        <translation>经典网络，各论文都与之比较；从零开始学习，波段不限。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Improved U-Net</source>
        <translation>改进的 U-Net</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>The first to try: learns faster and steadier than the classic U-Net, from nothing, any bands.</source>
        <translation>首选：比经典 U-Net 学得更快、更稳定，从零开始学习，波段不限。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>U-Net on VGG</source>
        <translation>基于 VGG 的 U-Net</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Fine detail at full resolution, slow; can start from photographs.</source>
        <translation>全分辨率下的精细细节，较慢；可从自然图像的预训练权重开始。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>U-Net on MobileNetV3</source>
        <translation>基于 MobileNetV3 的 U-Net</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Small and fast, for large areas on a computer without a graphics card.</source>
        <translation>小而快，适合在没有显卡的计算机上处理大范围影像。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Residual U-Net</source>
        <translation>残差 U-Net</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Imagery with slope, aspect and surface model as further bands; learns from nothing.</source>
        <translation>适合以坡度、坡向和地表模型为附加波段的影像；从零开始学习。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>AlbuNet</source>
        <translation>AlbuNet</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Few polygons: a U-Net that starts from what ResNet-34 learned on photographs.</source>
        <translation>多边形较少时：从 ResNet-34 在自然图像上学到的权重开始的 U-Net。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>LinkNet</source>
        <translation>LinkNet</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Landslides with few polygons: starts from photographs and is fast for its depth.</source>
        <translation>多边形较少的滑坡：从自然图像的预训练权重开始，就其深度而言速度快。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>FCN-8s</source>
        <translation>FCN-8s</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Lithological units: large, smooth areas from many fused layers.</source>
        <translation>岩性单元：由多种融合图层识别大而平滑的区域。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>FCN-16s</source>
        <translation>FCN-16s</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>As FCN-8s with smoother, coarser boundaries.</source>
        <translation>同 FCN-8s，边界更平滑、更粗略。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>FCN-32s</source>
        <translation>FCN-32s</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>As FCN-8s with the smoothest, coarsest boundaries.</source>
        <translation>同 FCN-8s，边界最平滑、最粗略。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>SegNet</source>
        <translation>SegNet</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>A baseline with sharp edges and no skips; learns from nothing.</source>
        <translation>边缘清晰、没有跳跃连接的基准网络；从零开始学习。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>DeepLabV3+</source>
        <translation>DeepLabV3+</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Features of very different sizes that need their surroundings to be told apart.</source>
        <translation>大小悬殊、需借助周围环境才能区分的地物。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Improved DeepLabV3+</source>
        <translation>改进的 DeepLabV3+</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Landslides: as DeepLabV3+ with better boundaries, at nearly three times the work.</source>
        <translation>滑坡：同 DeepLabV3+，边界更好，计算量近三倍。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Head on a frozen encoder</source>
        <translation>冻结编码器加轻量头</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Few polygons, within seconds: what a large network has learned elsewhere stays, and a light head learns your classes.</source>
        <translation>多边形很少时，数秒即成：大型网络在别处学到的保持不变，由轻量的头学习您的类别。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Random forest</source>
        <translation>随机森林</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>A first look within seconds, and imagery whose colours alone tell the classes apart.</source>
        <translation>几秒内的初步结果，以及仅凭颜色就能区分类别的影像。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Support vector machine</source>
        <translation>支持向量机</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Few training pixels, classes whose colours overlap little.</source>
        <translation>训练像元少、类别颜色重叠不多的情形。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Maximum likelihood</source>
        <translation>最大似然</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>The fastest: one Gaussian for each class.</source>
        <translation>最快：每个类别一个高斯分布。</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>Logistic regression</source>
        <translation>逻辑回归</translation>
    </message>
    <message>
        <location filename="../../models/table.py"/>
        <source>What the live map learns with: a few polygons, colours and several scales, within a second.</source>
        <translation>实时地图所用的方法：少量多边形、颜色与多个尺度，一秒内完成。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Points to grid</source>
        <translation>点插值为栅格</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Interpolates a number that points carry, such as a geochemical analysis, to the pixels of a raster: by ordinary kriging with a fitted variogram and the standard error as a second band, a thin-plate spline (minimum curvature), inverse distance, or the nearest point.
Every point is left out once and told from the others: the log says how far off that is. Several points at one place count as one with their mean. The page shows the variogram.</source>
        <translation>把点上的数值（例如地球化学分析结果）插值到一幅栅格的像元上：采用带拟合变异函数的普通克里金（第二波段为标准误差）、薄板样条（最小曲率）、反距离或最近点。
每个点都留出一次，由其他点估计：日志给出偏差有多大。同一位置的几个点按其平均值算作一个。页面显示变异函数。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Raster whose pixels are filled</source>
        <translation>要填充其像元的栅格</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>The imagery that the layer will be stacked on: the new raster has its pixels.</source>
        <translation>该图层将叠加到的影像：新栅格使用它的像元。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>kriging variogram IDW spline minimum curvature interpolation geochemistry samples nearest</source>
        <translation>克里金 变异函数 IDW 样条 最小曲率 插值 地球化学 样品 最近</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Log-ratios</source>
        <translation>对数比</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Takes log-ratios of bands that are parts of a whole, such as oxides or elements, so that they can be compared and learned from: parts of a whole are bound to sum up, and what one gains the others lose.
Zeros and values below detection are replaced by 65 % of the limit, the others giving way in proportion. Negative parts are refused, unless they mean “less than”.</source>
        <translation>对作为整体组成部分的波段（例如氧化物或元素）取对数比，使其可以比较和学习：整体的各组分之和固定，一个增加，其他就减少。
零和低于检出限的值以检出限的 65 % 代替，其余组分按比例让出。负值会被拒绝，除非它们表示“小于”。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>A raster whose bands are the parts: oxides, elements, in one unit or with units. Or several.</source>
        <translation>其波段为各组分的栅格，可有多幅：氧化物、元素，使用同一单位或给出单位。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Further parts</source>
        <translation>其他组分</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Rasters whose bands are parts too.</source>
        <translation>波段同样是组分的栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>CLR ALR ILR composition geochemistry oxides closure detection limit censored</source>
        <translation>CLR ALR ILR 成分数据 地球化学 氧化物 闭合 检出限 截尾</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Fusion with imagery</source>
        <translation>与影像融合</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Sharpens coarse layers, such as gridded geochemistry or magnetics, by fine imagery: what the bands' background tells of a layer, their detail adds to it. The mean of every coarse pixel stays what it was.
Rasters whose pixels are at least twice as large as the imagery's are sharpened; others join it. A raster of any size takes the same memory.</source>
        <translation>用精细影像锐化粗分辨率图层，例如网格化的地球化学或磁场数据：波段背景与图层的关系，由其细节补充到图层上。每个粗像元的平均值保持不变。
像元至少为影像像元两倍大的栅格会被锐化；其他栅格并入影像。任何大小的栅格占用的内存都相同。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>The fine bands; the coarse layers are given as further rasters.</source>
        <translation>精细波段；粗分辨率图层作为更多栅格给出。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Coarse layers</source>
        <translation>粗分辨率图层</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Rasters whose pixels are at least twice as large as the imagery's, with all their bands.</source>
        <translation>像元至少是影像像元两倍大的栅格，使用其全部波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>sharpen downscale geochemistry magnetics multi-source injection detail</source>
        <translation>锐化 降尺度 地球化学 磁法 多源 注入 细节</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Pan-sharpening</source>
        <translation>全色锐化</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Gives multispectral bands the finer pixels of a panchromatic band of the same scene, with GDAL's weighted Brovey transform.
Give all rasters in any order: the one with the finest pixels is the panchromatic one. They may lie in several files, such as those of Landsat's bands, and have other coordinate systems. Ratios of the bands stay what they were, so spectral indices gain no detail.</source>
        <translation>用 GDAL 的加权 Brovey 变换，使多光谱波段具有同一景全色波段的更小像元。
所有栅格可按任意顺序给出：像元最小的就是全色波段。它们可以分在几个文件中（例如 Landsat 的各波段），坐标系也可以不同。波段之间的比值保持不变，因此光谱指数不会增加细节。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Multispectral imagery</source>
        <translation>多光谱影像</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>A raster with the bands that are sharpened, or one of them.</source>
        <translation>含待锐化波段的栅格，或其中之一。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Panchromatic band</source>
        <translation>全色波段</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>The raster with the finest pixels, and further multispectral ones where bands lie in several files.</source>
        <translation>像元最小的栅格；波段分在几个文件中时，还有其他多光谱栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>pansharpen Brovey panchromatic resolution merge Landsat GF WorldView Pleiades sharpen</source>
        <translation>pansharpen Brovey 全色 锐化 融合 分辨率 Landsat 高分 GF WorldView Pleiades</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Magnetic layers</source>
        <translation>磁法图层</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Makes layers of a survey's total field: reduced to the pole, so that anomalies lie over their sources, continued upwards, its derivatives, total gradient and tilt. They are the bands of one raster.
The direction of the field is told from place and year by the reference field (IGRF-14), or given. Gaps are filled before and put back after. A raster of any size takes the same memory.</source>
        <translation>由测量的总场制作图层：化极（使异常位于场源上方）、向上延拓、导数、总梯度和倾斜角。它们是同一栅格的各个波段。
磁场方向由参考场（IGRF-14）根据位置和年份得出，也可自行给出。空缺处先填补、后恢复。任何大小的栅格占用的内存都相同。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Total field</source>
        <translation>总场</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>A raster with one band: the anomaly of the total field, in nT.</source>
        <translation>有一个波段的栅格：总场异常，单位 nT。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>magnetics TMI RTP pole reduction upward continuation analytic signal tilt derivative aeromagnetic IGRF</source>
        <translation>磁法 TMI RTP 化极 向上延拓 解析信号 倾斜角 导数 航磁 IGRF</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Radiometric layers</source>
        <translation>放射性图层</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Makes layers of a gamma-ray survey: the ratios of potassium, thorium and uranium, which tell rocks apart however deep the soil or wet the ground, their shares, and the ternary picture.
Bands are found by their names, or taken in the order K, Th, U. Ratios of contents too small to measure are left out.</source>
        <translation>由伽马射线测量制作图层：钾、钍、铀的比值（无论土层厚薄或地面干湿都能区分岩石）、它们的份额以及三元图。
波段按名称查找，或按 K、Th、U 的顺序取用。含量过低无法测量时不给出比值。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Gamma-ray survey</source>
        <translation>伽马射线测量</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>A raster with potassium in %, thorium and uranium in ppm.</source>
        <translation>钾以 %、钍和铀以 ppm 计的栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Further rasters of the survey</source>
        <translation>测量的其他栅格</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Where potassium, thorium and uranium lie in several files.</source>
        <translation>钾、钍、铀分在几个文件中时给出。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>gamma ray radiometrics spectrometry potassium thorium uranium ternary ratio airborne</source>
        <translation>伽马 放射性 能谱 钾 钍 铀 三元 比值 航空 gamma radiometrics</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Terrain layers</source>
        <translation>地形图层</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Makes layers of the shape of the ground from an elevation model: slope, aspect as sine and cosine, curvatures, a hillshade lit from four sides, relief, topographic position, roughness and wetness. They are the bands of one raster, ready to be stacked on imagery.
Distances are measured on the ground, so an elevation model in degrees or on a turned grid is fine. A raster of any size takes the same memory; wetness follows the water of large ones on larger pixels.</source>
        <translation>由高程模型生成地形图层：坡度、以正弦和余弦表示的坡向、曲率、四个方向光照的山体阴影、起伏度、地形位置、粗糙度和湿度指数。它们是一个栅格的各波段，可直接叠加到影像上。
距离按地面量算，因此以度为单位或旋转格网的高程模型也可以使用。任意大小的栅格占用的内存相同；大栅格的湿度指数在更大的像元上追踪水流。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Elevation model</source>
        <translation>高程模型</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>A raster with one band of elevations.</source>
        <translation>有一个高程波段的栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>DEM DTM elevation slope aspect curvature hillshade relief TPI TRI TWI roughness ruggedness wetness</source>
        <translation>DEM DTM 高程 坡度 坡向 曲率 山体阴影 起伏度 TPI TRI TWI 粗糙度 崎岖度 湿度</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Spectral indices</source>
        <translation>光谱指数</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Computes ratios and indices of bands: by name for ASTER, Landsat 8 and 9 and Sentinel-2 (vegetation, iron oxides, ferrous iron, clay, carbonate, silica and others, each with its source in the log), and by your own expressions.
Bands are found by their names, by the sensor's order, or by their wavelength. A band without a value spoils only the indices that it is in.</source>
        <translation>计算波段的比值和指数：对 ASTER、Landsat 8 和 9、Sentinel-2 可按名称（植被、铁氧化物、亚铁、粘土、碳酸盐、二氧化硅等，日志中给出各自的出处），也可用您自己的表达式。
波段按名称、传感器的顺序或波长查找。某波段没有值时，只影响用到它的指数。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>A raster with spectral bands.</source>
        <translation>有光谱波段的栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>band ratio index NDVI clay iron oxide carbonate silica quartz ASTER Landsat Sentinel expression math</source>
        <translation>波段比值 指数 NDVI 粘土 铁氧化物 碳酸盐 二氧化硅 石英 ASTER Landsat Sentinel 表达式 运算</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>More like this</source>
        <translation>寻找相似处</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Maps how like a place every pixel is: click on a pond, an outcrop or a scar, and see where else the bands say the same. Best on embeddings such as AlphaEarth’s, of which it needs no training at all.
The vectors of an embedding are compared as they are; other bands are first brought to one scale, so that none counts more for its unit. 1 is alike, 0 unrelated, −1 the opposite.</source>
        <translation>绘制每个像元与某处的相似程度：点击一个水池、露头或滑坡痕迹，即可看到其他波段特征相同之处。对 AlphaEarth 等嵌入效果最好，完全无需训练。
嵌入的向量按原样比较；其他波段先统一尺度，使其不因单位而权重更大。1 为相似，0 为无关，−1 为相反。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>An embedding, or any raster with several bands.</source>
        <translation>嵌入，或任何多波段栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>similarity search embedding AlphaEarth Tessera cosine spectral angle find alike</source>
        <translation>相似 搜索 嵌入 AlphaEarth Tessera 余弦 光谱角 查找</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Principal components</source>
        <translation>主成分</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Turns many bands into a few that hold most of what they tell: the directions in which they vary most, one after the other. The log tells the share of each and which bands count most in it.</source>
        <translation>把许多波段变成少数几个，其中包含大部分信息：即依次为变化最大的方向。日志给出每个成分所占的份额，以及其中最重要的波段。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>A raster with two bands at least.</source>
        <translation>至少有两个波段的栅格。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>PCA reduce bands hyperspectral decorrelation variance</source>
        <translation>PCA 降维 波段 高光谱 去相关 方差</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Minimum noise fraction</source>
        <translation>最小噪声分离</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>Sorts what the bands tell by how clean it is: components of high signal first, noise last. The noise is told from the differences of neighbouring pixels. Use it before training on hyperspectral imagery: keep the first ten or so.</source>
        <translation>按信号的干净程度排列波段中的信息：信号强的成分在前，噪声在后。噪声由相邻像元之差估计。用高光谱影像训练之前使用：保留前十个左右。</translation>
    </message>
    <message>
        <location filename="../../core/preparation/functions.py"/>
        <source>MNF noise hyperspectral denoise reduce bands</source>
        <translation>MNF 噪声 高光谱 去噪 降维 波段</translation>
    </message>
    <message>
        <location filename="../../core/sample/jobs.py"/>
        <source>Pegmatite dikes, four bands at 1 m</source>
        <translation>伟晶岩脉，四个波段，1 米</translation>
    </message>
    <message>
        <location filename="../../core/sample/jobs.py"/>
        <source>Lithological units, with geophysics and samples</source>
        <translation>岩性单元，带地球物理数据和样品</translation>
    </message>
    <message>
        <location filename="../../core/sample/jobs.py"/>
        <source>Tailings ponds, four bands at 8 m</source>
        <translation>尾矿库，四个波段，8 米</translation>
    </message>
    <message>
        <location filename="../../core/sample/jobs.py"/>
        <source>Landslides, five bands and elevation at 10 m</source>
        <translation>滑坡，五个波段和高程，10 米</translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../core/labels/parts.py"/>
        <source>several parts</source>
        <translation>多个部分</translation>
    </message>
</context>
</TS>
